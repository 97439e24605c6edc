package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** Iteration, unpacking, and delegation to another generator. */
final class IterationOps {

  private final Machine machine;
  private final Space py;
  private final Memory memory;
  private final AsyncOps async;
  private final long listIterator;
  private final long generator;

  IterationOps(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
    async = new AsyncOps(machine);
    listIterator = py.iterators.listIteratorType();
    generator = machine.generators.type();
  }

  long next(long frame, long iterator) {
    long type = py.typeOf(iterator);
    if (type == listIterator) {
      return py.iterators.nextOfList(iterator);
    }
    try {
      return type == generator ? machine.generators.next(iterator) : py.items.rawNext(iterator);
    } catch (Raise raise) {
      tellEnd(frame, raise);
      py.exceptions.swallow(raise, "StopIteration");
      return 0;
    }
  }

  /** An end that is told by an exception is heard of, as if it were one. */
  private void tellEnd(long frame, Raise raise) {
    if (machine.limits.isWatched() && py.exceptions.matches(raise, "StopIteration")) {
      try {
        machine.limits.listener().raised(frame, py.exceptions.object(raise));
      } catch (Raise instead) {
        py.exceptions.drop(raise);
        throw instead;
      }
    }
  }

  long run(long frame, long sp, int op, int arg) {
    return switch (op) {
      case Ops.GET_ITER -> getIter(sp);
      case Ops.GET_YIELD_FROM_ITER -> getYieldFromIter(frame, sp);
      case Ops.UNPACK_SEQUENCE -> unpack(sp, arg);
      case Ops.UNPACK_EX -> unpackStarred(sp, arg & 0xff, arg >>> 8);
      default -> async.run(frame, sp, op);
    };
  }

  private long replaceTop(long sp, long value) {
    long old = memory.load64(sp - 8);
    memory.store64(sp - 8, value);
    py.decref(old);
    return sp;
  }

  private long getIter(long sp) {
    return replaceTop(sp, py.items.iter(memory.load64(sp - 8)));
  }

  private long getYieldFromIter(long frame, long sp) {
    long iterable = memory.load64(sp - 8);
    if (machine.generators.isCoroutine(iterable)) {
      int flags = memory.load32(memory.load64(frame + Frames.CODE) + CodeObjects.FLAGS);
      if ((flags & (Flags.COROUTINE | Flags.ITERABLE_COROUTINE)) == 0) {
        throw Raise.typeError(
            "cannot 'yield from' a coroutine object in a non-coroutine generator");
      }
      return sp;
    }
    return machine.generators.is(iterable) ? sp : getIter(sp);
  }

  /** Puts a sequence's items on the stack, the first on top. */
  long unpack(long sp, int count) {
    long sequence = memory.load64(sp - 8);
    if (py.typeOf(sequence) == py.types.tuple && py.tuples.size(sequence) == count) {
      for (int index = count - 1, at = -1; index >= 0; index--, at++) {
        memory.store64(sp + 8L * at, py.own(py.tuples.get(sequence, index)));
      }
    } else {
      unpackAny(sp, count, -1);
    }
    py.decref(sequence);
    return sp + 8L * (count - 1);
  }

  /** The same with a list of the items between the first ones and the last ones. */
  private long unpackStarred(long sp, int before, int after) {
    long sequence = memory.load64(sp - 8);
    unpackAny(sp, before, after);
    py.decref(sequence);
    return sp + 8L * (before + after);
  }

  /** Fills the places of the stack from the top down (unpack_iterable in Python/ceval.c). */
  private void unpackAny(long sp, int before, int after) {
    long sequence = memory.load64(sp - 8);
    if (!py.calls.hasSpecial(sequence, "__iter__") && !py.items.isSequence(sequence)) {
      throw Raise.typeError("'%s' object is not iterable".formatted(py.typeName(sequence)));
    }
    long iterator = py.items.iter(sequence);
    long[] taken = new long[before + 1 + Math.max(0, after)];
    try {
      takeFirst(iterator, taken, before, after);
      if (after < 0) {
        requireEnd(iterator, before);
      } else {
        takeRest(iterator, taken, before, after);
      }
    } catch (Raise raise) {
      for (long item : taken) {
        py.xdecref(item);
      }
      throw raise;
    } finally {
      py.decref(iterator);
    }
    int places = after < 0 ? before : taken.length;
    for (int index = 0; index < places; index++) {
      memory.store64(sp - 16 + 8L * (places - index), taken[index]);
    }
  }

  private void takeFirst(long iterator, long[] taken, int before, int after) {
    for (int index = 0; index < before; index++) {
      taken[index] = py.items.next(iterator);
      if (taken[index] == 0) {
        throw tooFew(after < 0 ? "" : "at least ", before + Math.max(0, after), index);
      }
    }
  }

  private void requireEnd(long iterator, int count) {
    long more = py.items.next(iterator);
    if (more != 0) {
      py.decref(more);
      throw Raise.valueError("too many values to unpack (expected %d)".formatted(count));
    }
  }

  private void takeRest(long iterator, long[] taken, int before, int after) {
    long rest = py.lists.create(0);
    taken[before] = rest;
    py.items.extend(rest, iterator);
    long size = py.listOps.size(rest);
    if (size < after) {
      throw tooFew("at least ", before + after, before + size);
    }
    for (int index = after; index > 0; index--) {
      taken[before + index] = py.listOps.takeLast(rest);
    }
  }

  private static Raise tooFew(String least, int needed, long got) {
    return Raise.valueError(
        "not enough values to unpack (expected %s%d, got %d)".formatted(least, needed, got));
  }

  /**
   * Sends the value on top to the iterator below it.
   *
   * @return what is yielded; 0 if the iterator ended and its value lies in its place
   */
  long delegate(long frame, long sp) {
    long value = memory.load64(sp - 8);
    long receiver = memory.load64(sp - 16);
    long result;
    try {
      result = send(receiver, value);
    } catch (Raise raise) {
      if (!py.exceptions.matches(raise, "StopIteration")) {
        throw raise;
      }
      tellEnd(frame, raise);
      return ended(sp, receiver, value, machine.generators.stopValue(raise));
    }
    if (result == Resumption.FINISHED) {
      return ended(sp, receiver, value, py.newNone());
    }
    py.decref(value);
    return result;
  }

  private long ended(long sp, long receiver, long value, long result) {
    memory.store64(sp - 16, result);
    py.decref(value);
    py.decref(receiver);
    return 0;
  }

  private long send(long receiver, long value) {
    Generators generators = machine.generators;
    if (generators.is(receiver) || generators.isCoroutine(receiver)) {
      return generators.resumption.send(receiver, value);
    }
    if (value != py.none) {
      return py.calls.method(receiver, "send", value);
    }
    long item = py.items.rawNext(receiver);
    return item == 0 ? Resumption.FINISHED : item;
  }
}
