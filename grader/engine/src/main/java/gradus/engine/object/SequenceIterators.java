package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.layout.Struct;
import gradus.engine.memory.Memory;

/** Iterators by index, and by calls until a sentinel (Objects/iterobject.c). */
final class SequenceIterators {

  private static final int INDEX = ObjectStructs.SEQUENCE_ITERATOR.offset("it_index");
  private static final int SEQUENCE = ObjectStructs.SEQUENCE_ITERATOR.offset("it_seq");
  private static final int CALLABLE = ObjectStructs.CALL_ITERATOR.offset("it_callable");
  private static final int SENTINEL = ObjectStructs.CALL_ITERATOR.offset("it_sentinel");

  private final Space py;
  private final Memory memory;
  private long type;
  private long callType;

  SequenceIterators(Space py) {
    this.py = py;
    memory = py.memory;
  }

  void define() {
    type = define("iterator", ObjectStructs.SEQUENCE_ITERATOR, this::next, SEQUENCE);
    callType =
        TypeBuilder.define(py, "callable_iterator", ObjectStructs.CALL_ITERATOR)
            .container(
                (object, visitor) -> {
                  visit(object + CALLABLE, visitor);
                  visit(object + SENTINEL, visitor);
                })
            .dealloc(object -> end(object, CALLABLE, SENTINEL))
            .slot("tp_iter", (Unary) py::own)
            .slot("tp_iternext", (Unary) this::nextCall)
            .ready();
  }

  private void visit(long place, java.util.function.LongConsumer visitor) {
    if (memory.load64(place) != 0) {
      visitor.accept(memory.load64(place));
    }
  }

  private long define(String name, Struct struct, Unary next, int field) {
    return TypeBuilder.define(py, name, struct)
        .container((object, visitor) -> visit(object + field, visitor))
        .dealloc(object -> end(object, field))
        .slot("tp_iter", (Unary) py::own)
        .slot("tp_iternext", next)
        .method("__length_hint__", this::hint)
        .ready();
  }

  private void end(long object, int... fields) {
    py.untrack(object);
    for (int field : fields) {
      py.xdecref(memory.load64(object + field));
    }
    py.free(object);
  }

  long of(long sequence) {
    long iterator = py.create(type);
    memory.store64(iterator + SEQUENCE, py.own(sequence));
    return iterator;
  }

  long ofCalls(long callable, long sentinel) {
    long iterator = py.create(callType);
    memory.store64(iterator + CALLABLE, py.own(callable));
    memory.store64(iterator + SENTINEL, py.own(sentinel));
    return iterator;
  }

  private long next(long iterator) {
    long sequence = memory.load64(iterator + SEQUENCE);
    if (sequence == 0) {
      return 0;
    }
    long index = memory.load64(iterator + INDEX);
    try {
      long item = py.items.item(sequence, index);
      memory.store64(iterator + INDEX, index + 1);
      return item;
    } catch (Raise raise) {
      if (!py.exceptions.matches(raise, "IndexError")) {
        py.exceptions.swallow(raise, "StopIteration");
      } else {
        py.exceptions.drop(raise);
      }
      py.clear(iterator + SEQUENCE);
      return 0;
    }
  }

  private long hint(long iterator) {
    long sequence = memory.load64(iterator + SEQUENCE);
    if (sequence == 0 || py.items.lengthSlot(py.typeOf(sequence)) == 0) {
      return sequence == 0 ? py.ints.of(0) : py.newNotImplemented();
    }
    return py.ints.of(Math.max(0, py.items.length(sequence) - memory.load64(iterator + INDEX)));
  }

  private long nextCall(long iterator) {
    long callable = memory.load64(iterator + CALLABLE);
    if (callable == 0) {
      return 0;
    }
    long item;
    try {
      item = py.calls.call(callable);
    } catch (Raise raise) {
      py.exceptions.swallow(raise, "StopIteration");
      endCalls(iterator);
      return 0;
    }
    if (py.comparisons.equal(item, memory.load64(iterator + SENTINEL))) {
      py.decref(item);
      endCalls(iterator);
      return 0;
    }
    return item;
  }

  private void endCalls(long iterator) {
    py.clear(iterator + CALLABLE);
    py.clear(iterator + SENTINEL);
  }
}
