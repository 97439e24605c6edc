package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.layout.Struct;
import gradus.engine.memory.Memory;
import gradus.engine.object.Exceptions;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import gradus.engine.object.Unary;

/**
 * Generators: a frame that is run piece by piece, and what coroutines and asynchronous generators
 * have in common with them (Objects/genobject.c).
 */
public final class Generators {

  static final int FRAME = CodeStructs.GENERATOR.offset("gi_frame");
  static final int RUNNING = CodeStructs.GENERATOR.offset("gi_running");
  static final int CODE = CodeStructs.GENERATOR.offset("gi_code");
  static final int QUALNAME = CodeStructs.GENERATOR.offset("gi_qualname");
  private static final int WEAKLIST = CodeStructs.GENERATOR.offset("gi_weakreflist");
  private static final int NAME = CodeStructs.GENERATOR.offset("gi_name");

  private final Space py;
  private final Memory memory;
  final Resumption resumption;
  final GeneratorThrow throwing;
  public final Coroutines coroutines;
  public final AsyncGenerators asyncs;
  private final long type;
  private final long coroutineType;
  private final long asyncType;

  Generators(Machine machine) {
    py = machine.py;
    memory = py.memory;
    resumption = new Resumption(machine, this);
    throwing = new GeneratorThrow(machine, this);
    coroutines = new Coroutines(machine, this);
    asyncs = new AsyncGenerators(machine, this);
    coroutineType = coroutines.type();
    asyncType = asyncs.type();
    machine.frames.generatorsEndBy(this::finalizeSuspended);
    type =
        common("generator", "gi", "yieldfrom", CodeStructs.GENERATOR)
            .slot("tp_iter", (Unary) py::own)
            .slot("tp_iternext", (Unary) this::next)
            .method1("send", resumption::sendOrStop)
            .methods("throw", 0, Integer.MAX_VALUE, throwing::method)
            .method("close", throwing::closeMethod)
            .ready();
  }

  /** A type of which each instance has a frame to run, with the attributes all such types have. */
  TypeBuilder common(String name, String prefix, String inner, Struct struct) {
    return TypeBuilder.define(py, name, struct)
        .container(
            (object, visitor) -> {
              for (int field : new int[] {FRAME, CODE}) {
                if (memory.load64(object + field) != 0) {
                  visitor.accept(memory.load64(object + field));
                }
              }
            })
        .dealloc(this::dealloc)
        .flags(TypeFlags.HAVE_FINALIZE)
        .slot("tp_finalize", (Unary) this::finalizeForgotten)
        .weakListAt(WEAKLIST)
        .slot("tp_repr", (Unary) this::repr)
        .member(prefix + "_frame", FRAME, MemberKind.OBJECT)
        .member(prefix + "_running", RUNNING, MemberKind.BOOL)
        .member(prefix + "_code", CODE, MemberKind.OBJECT)
        .getter(prefix + "_" + inner, this::yieldFromAttribute)
        .property("__name__", self -> py.own(memory.load64(self + NAME)), (s, v) -> set(s, v, NAME))
        .property(
            "__qualname__",
            self -> py.own(memory.load64(self + QUALNAME)),
            (s, v) -> set(s, v, QUALNAME));
  }

  private long set(long generator, long value, int field) {
    if (value == 0 || !py.strs.is(value)) {
      throw Raise.typeError(
          (field == NAME ? "__name__" : "__qualname__") + " must be set to a string object");
    }
    py.replace(generator + field, py.own(value));
    return 0;
  }

  public long type() {
    return type;
  }

  boolean is(long object) {
    return py.typeOf(object) == type;
  }

  boolean isCoroutine(long object) {
    return py.typeOf(object) == coroutineType;
  }

  boolean isAsync(long object) {
    return py.typeOf(object) == asyncType;
  }

  /** What messages call a generator of this kind. */
  String kind(long generator) {
    if (isAsync(generator)) {
      return "async generator";
    }
    return isCoroutine(generator) ? "coroutine" : "generator";
  }

  /** A generator of a frame that is ready to run, whose reference is taken over. */
  long of(long frame, long function) {
    long code = memory.load64(frame + Frames.CODE);
    int flags = memory.load32(code + CodeObjects.FLAGS);
    boolean coroutine = (flags & Flags.COROUTINE) != 0;
    if (coroutine) {
      coroutines.requireNotWrapping(frame);
    }
    py.clear(frame + Frames.BACK);
    long generator = py.create(typeFor(flags));
    memory.store64(generator + FRAME, frame);
    memory.store64(frame + Frames.GEN, generator);
    memory.store64(generator + CODE, py.own(code));
    memory.store64(generator + NAME, py.own(memory.load64(function + Functions.NAME)));
    memory.store64(generator + QUALNAME, py.own(memory.load64(function + Functions.QUALNAME)));
    return coroutine ? coroutines.wrapped(generator) : generator;
  }

  private long typeFor(int flags) {
    if ((flags & Flags.ASYNC_GENERATOR) != 0) {
      return asyncType;
    }
    return (flags & Flags.COROUTINE) != 0 ? coroutineType : type;
  }

  private long repr(long generator) {
    return py.strs.of(
        "<%s object %s at 0x%x>"
            .formatted(
                py.typeName(generator),
                py.strs.text(memory.load64(generator + QUALNAME)),
                generator));
  }

  /** The next value, or 0 at the end of a generator that returns None. */
  long next(long generator) {
    long result = resumption.next(generator);
    return result == Resumption.FINISHED ? 0 : result;
  }

  /** The iterator a suspended generator delegates to, borrowed, or 0. */
  long yieldFrom(long generator) {
    long frame = memory.load64(generator + FRAME);
    if (frame == 0 || memory.load64(frame + Frames.STACKTOP) == 0) {
      return 0;
    }
    int lasti = memory.load32(frame + Frames.LASTI);
    if (lasti < 0) {
      return 0;
    }
    long code = memory.load64(memory.load64(frame + Frames.CODE) + CodeObjects.CODE);
    if (lasti + 2 >= py.bytes.size(code) || py.bytes.at(code, lasti + 2) != Ops.YIELD_FROM) {
      return 0;
    }
    return memory.load64(memory.load64(frame + Frames.STACKTOP) - 8);
  }

  private long yieldFromAttribute(long generator) {
    long inner = yieldFrom(generator);
    return inner == 0 ? py.newNone() : py.own(inner);
  }

  /** The value a StopIteration carries; the exception is forgotten. */
  long stopValue(Raise thrown) {
    if (thrown.object() == 0) {
      return py.newNone();
    }
    long value = memory.load64(thrown.object() + Exceptions.STOP_VALUE);
    value = py.own(value == 0 ? py.none : value);
    py.exceptions.drop(thrown);
    return value;
  }

  /** What happens to a suspended generator that nobody can resume any more. */
  private long finalizeForgotten(long generator) {
    long frame = memory.load64(generator + FRAME);
    boolean notices =
        frame != 0
            && (memory.load32(frame + Frames.IBLOCK) > 0
                || isCoroutine(generator)
                || isAsync(generator)
                || yieldFrom(generator) != 0);
    if (notices) {
      finalizeSuspended(generator);
    }
    return 0;
  }

  /** Closes a suspended generator; trouble is reported, not raised (_PyGen_Finalize). */
  private void finalizeSuspended(long generator) {
    long frame = memory.load64(generator + FRAME);
    if (frame == 0 || memory.load64(frame + Frames.STACKTOP) == 0) {
      return;
    }
    try {
      if (isAsync(generator) && asyncs.finalizedByHook(generator)) {
        return;
      }
      if (isCoroutine(generator) && memory.load32(frame + Frames.LASTI) == -1) {
        coroutines.neverAwaited(generator);
      } else {
        throwing.close(generator);
      }
    } catch (Raise raise) {
      py.exceptions.unraisable(raise, generator);
    }
  }

  private void dealloc(long generator) {
    py.weakRefs.clear(generator);
    if (py.finalizers.revive(generator)) {
      return;
    }
    py.untrack(generator);
    long frame = memory.load64(generator + FRAME);
    if (frame != 0) {
      memory.store64(frame + Frames.GEN, 0);
      memory.store64(generator + FRAME, 0);
      py.decref(frame);
    }
    if (isAsync(generator)) {
      asyncs.release(generator);
    }
    py.decref(memory.load64(generator + CODE));
    py.xdecref(memory.load64(generator + NAME));
    py.xdecref(memory.load64(generator + QUALNAME));
    py.free(generator);
  }
}
