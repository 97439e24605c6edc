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

  IterationOps(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
    async = new AsyncOps(machine);
  }

  long next(long frame, long iterator) {
    try {
      return py.items.rawNext(iterator);
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
      case Ops.UNPACK_SEQUENCE -> unpack(sp, arg, -1);
      case Ops.UNPACK_EX -> unpack(sp, arg & 0xff, arg >>> 8);
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

  /** Puts a sequence's items on the stack, the first on top; the starred one is a list. */
  private long unpack(long sp, int before, int after) {
    long sequence = memory.load64(sp - 8);
    long type = py.typeOf(sequence);
    if (after < 0 && type == py.types.tuple && py.tuples.size(sequence) == before) {
      for (int index = before - 1, at = -1; index >= 0; index--, at++) {
        memory.store64(sp + 8L * at, py.own(py.tuples.get(sequence, index)));
      }
      py.decref(sequence);
      return sp + 8L * (before - 1);
    }
    long items = collect(sequence, before, after);
    try {
      return spread(sp, items, before, after);
    } finally {
      py.decref(items);
    }
  }

  /** The items in a list: as many as there are places for, or all for a starred one. */
  private long collect(long sequence, int before, int after) {
    if (!py.calls.hasSpecial(sequence, "__iter__") && !py.items.isSequence(sequence)) {
      throw Raise.typeError("'%s' object is not iterable".formatted(py.typeName(sequence)));
    }
    long iterator = py.items.iter(sequence);
    long list = py.lists.create(0);
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        py.listOps.append(list, item);
        py.decref(item);
        if (after < 0 && py.listOps.size(list) > before) {
          throw Raise.valueError("too many values to unpack (expected %d)".formatted(before));
        }
      }
      long size = py.listOps.size(list);
      int needed = before + Math.max(0, after);
      if (size < needed) {
        throw Raise.valueError(
            "not enough values to unpack (expected %s%d, got %d)"
                .formatted(after < 0 ? "" : "at least ", needed, size));
      }
      return list;
    } catch (Raise raise) {
      py.decref(list);
      throw raise;
    } finally {
      py.decref(iterator);
    }
  }

  private long spread(long sp, long list, int before, int after) {
    long size = py.listOps.size(list);
    long items = py.listOps.items(list);
    long sequence = memory.load64(sp - 8);
    long top = sp - 8;
    if (after >= 0) {
      for (long index = size - 1; index >= size - after; index--, top += 8) {
        memory.store64(top, py.own(memory.load64(items + 8 * index)));
      }
      long middle = py.lists.create(size - before - after);
      for (long index = before; index < size - after; index++) {
        py.listOps.initialise(middle, index - before, py.own(memory.load64(items + 8 * index)));
      }
      memory.store64(top, middle);
      top += 8;
    }
    for (long index = before - 1L; index >= 0; index--, top += 8) {
      memory.store64(top, py.own(memory.load64(items + 8 * index)));
    }
    py.decref(sequence);
    return top;
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
