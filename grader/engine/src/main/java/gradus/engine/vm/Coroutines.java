package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;

/** Coroutines, what {@code await} makes of them, and what it accepts (PEP 492). */
public final class Coroutines {

  private final Machine machine;
  private final Generators generators;
  private final Space py;
  private final Memory memory;
  private final long type;
  private final long wrapperType;
  private final long resolvedType;
  private long wrapper;
  private boolean wrapping;

  Coroutines(Machine machine, Generators generators) {
    this.machine = machine;
    this.generators = generators;
    py = machine.py;
    memory = py.memory;
    type =
        generators
            .common("coroutine", "cr", "await", CodeStructs.GENERATOR)
            .slot("am_await", (Unary) this::await)
            .method1("send", generators.resumption::sendOrStop)
            .methods("throw", 0, Integer.MAX_VALUE, generators.throwing::method)
            .method("close", generators.throwing::closeMethod)
            .ready();
    wrapperType = wrapperType();
    resolvedType = resolvedType();
  }

  /** The type {@code coroutine}. */
  public long type() {
    return type;
  }

  private TypeBuilder holder(String name) {
    return TypeBuilder.define(py, name, CodeStructs.CELL)
        .container((object, visitor) -> visitor.accept(inner(object)))
        .dealloc(
            object -> {
              py.untrack(object);
              py.decref(inner(object));
              py.free(object);
            })
        .slot("tp_iter", (Unary) py::own);
  }

  private long wrapperType() {
    GeneratorThrow throwing = generators.throwing;
    return holder("coroutine_wrapper")
        .slot("tp_iternext", (Unary) self -> generators.next(inner(self)))
        .method1("send", (self, value) -> generators.resumption.sendOrStop(inner(self), value))
        .methods(
            "throw",
            0,
            Integer.MAX_VALUE,
            (self, args, n, k) -> throwing.method(inner(self), args, n, k))
        .method("close", self -> throwing.closeMethod(inner(self)))
        .ready();
  }

  private long resolvedType() {
    return holder("aiter_wrapper")
        .slot("am_await", (Unary) py::own)
        .slot(
            "tp_iternext",
            (Unary)
                self -> {
                  throw py.exceptions.stopIteration(inner(self));
                })
        .ready();
  }

  private long holding(long holderType, long object) {
    long holder = py.create(holderType);
    memory.store64(holder + Cells.VALUE, py.own(object));
    return holder;
  }

  private long inner(long holder) {
    return memory.load64(holder + Cells.VALUE);
  }

  private long await(long coroutine) {
    return holding(wrapperType, coroutine);
  }

  /** An awaitable that has its result already; it takes a reference of its own. */
  long resolved(long value) {
    return holding(resolvedType, value);
  }

  /** What {@code await object} iterates over (_PyCoro_GetAwaitableIter). */
  long awaitable(long object) {
    if (isCoroutine(object)) {
      return py.own(object);
    }
    long iterator = py.calls.special(object, "__await__");
    if (iterator == 0) {
      throw Raise.typeError(
          "object %s can't be used in 'await' expression".formatted(py.typeName(object)));
    }
    if (isCoroutine(iterator)) {
      py.decref(iterator);
      throw Raise.typeError("__await__() returned a coroutine");
    }
    if (!py.items.isIterator(iterator)) {
      String name = py.typeName(iterator);
      py.decref(iterator);
      throw Raise.typeError("__await__() returned non-iterator of type '%s'".formatted(name));
    }
    return iterator;
  }

  /** Whether {@code await} has something to ask an object for. */
  boolean isAwaitable(long object) {
    return isCoroutine(object) || py.calls.hasSpecial(object, "__await__");
  }

  /** Whether an object is a coroutine, or a generator that {@code types.coroutine} made one. */
  private boolean isCoroutine(long object) {
    if (generators.is(object)) {
      long code = memory.load64(object + Generators.CODE);
      return (machine.codes.flags(code) & Flags.ITERABLE_COROUTINE) != 0;
    }
    return py.typeOf(object) == type;
  }

  /** What {@code sys.set_coroutine_wrapper} was given, borrowed, or None. */
  public long wrapper() {
    return wrapper == 0 ? py.none : wrapper;
  }

  /** {@code sys.set_coroutine_wrapper}. */
  public void setWrapper(long function) {
    if (function != py.none && !py.calls.isCallable(function)) {
      throw Raise.typeError("callable expected, got " + py.typeName(function));
    }
    long old = wrapper;
    wrapper = function == py.none ? 0 : py.own(function);
    py.xdecref(old);
  }

  /** What a call of a coroutine function returns; the coroutine's reference is taken over. */
  long wrapped(long coroutine) {
    if (wrapper == 0) {
      return coroutine;
    }
    try {
      return wrap(coroutine);
    } finally {
      py.decref(coroutine);
    }
  }

  private long wrap(long coroutine) {
    wrapping = true;
    try {
      return py.calls.call(wrapper, coroutine);
    } finally {
      wrapping = false;
    }
  }

  /** Refuses to make a coroutine of a frame, which is let go then, while another is wrapped. */
  void requireNotWrapping(long frame) {
    if (wrapping) {
      String code = py.texts.reprText(memory.load64(frame + Frames.CODE));
      py.decref(frame);
      throw Raise.runtimeError(
          "coroutine wrapper %s attempted to recursively wrap %s"
              .formatted(py.texts.reprText(wrapper), code));
    }
  }

  /** Warns of a coroutine that ends before anybody awaited it. */
  void neverAwaited(long coroutine) {
    String name = py.strs.text(memory.load64(coroutine + Generators.QUALNAME));
    machine.warnings.warn("RuntimeWarning", "coroutine '%s' was never awaited".formatted(name));
  }
}
