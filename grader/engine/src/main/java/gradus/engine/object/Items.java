package gradus.engine.object;

import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;

/** Items, length, membership and iteration of any object (Objects/abstract.c). */
public final class Items {

  static final int CONCAT = TypeStructs.SEQUENCE.offset("sq_concat");
  static final int REPEAT = TypeStructs.SEQUENCE.offset("sq_repeat");
  static final int IN_PLACE_CONCAT = TypeStructs.SEQUENCE.offset("sq_inplace_concat");
  static final int IN_PLACE_REPEAT = TypeStructs.SEQUENCE.offset("sq_inplace_repeat");
  private static final int LENGTH = TypeStructs.SEQUENCE.offset("sq_length");
  private static final int ITEM = TypeStructs.SEQUENCE.offset("sq_item");
  private static final int SET_ITEM = TypeStructs.SEQUENCE.offset("sq_ass_item");
  private static final int CONTAINS = TypeStructs.SEQUENCE.offset("sq_contains");
  private static final int MAP_LENGTH = TypeStructs.MAPPING.offset("mp_length");
  private static final int SUBSCRIPT = TypeStructs.MAPPING.offset("mp_subscript");
  private static final int SET_SUBSCRIPT = TypeStructs.MAPPING.offset("mp_ass_subscript");
  private static final int ITER = Slots.type("tp_iter");
  private static final int NEXT = Slots.type("tp_iternext");

  private final Space py;
  private final Memory memory;
  private final SequenceIterators iterators;
  private final long noNext;
  private long rangeIterator;
  private Unary nextOfRange = this::refuseNext;

  Items(Space py) {
    this.py = py;
    memory = py.memory;
    iterators = new SequenceIterators(py);
    noNext = py.code.define("_PyObject_NextNotImplemented", (Unary) this::refuseNext);
  }

  /** Names the type of the most used iterators and what gives their next item. */
  public void rangesGoBy(long iteratorType, Unary next) {
    rangeIterator = iteratorType;
    nextOfRange = next;
  }

  /** The tp_iternext of classes without {@code __next__}. */
  long noNext() {
    return noNext;
  }

  private long refuseNext(long object) {
    throw Raise.typeError("'%s' object is not iterable".formatted(py.typeName(object)));
  }

  public void define() {
    iterators.define();
  }

  private long sequence(long type, int offset) {
    long suite = memory.load64(type + Slots.AS_SEQUENCE);
    return suite == 0 ? 0 : memory.load64(suite + offset);
  }

  private long mapping(long type, int offset) {
    long suite = memory.load64(type + Slots.AS_MAPPING);
    return suite == 0 ? 0 : memory.load64(suite + offset);
  }

  long lengthSlot(long type) {
    long map = mapping(type, MAP_LENGTH);
    return map != 0 ? map : sequence(type, LENGTH);
  }

  /** {@code len(object)}. */
  public long length(long object) {
    long function = lengthSlot(py.typeOf(object));
    if (function == 0) {
      throw Raise.typeError("object of type '%s' has no len()".formatted(py.typeName(object)));
    }
    return py.code.unary(function).call(object);
  }

  /** Whether an object has items by index. */
  public boolean isSequence(long object) {
    return !py.dicts.is(object) && sequence(py.typeOf(object), ITEM) != 0;
  }

  /** {@code object[key]}. */
  public long get(long object, long key) {
    long type = py.typeOf(object);
    long map = mapping(type, SUBSCRIPT);
    if (map != 0) {
      return py.code.binary(map).call(object, key);
    }
    boolean slots = memory.load64(type + Slots.AS_SEQUENCE) != 0;
    if (!slots || (sequence(type, ITEM) == 0 && !py.numbers.isIndex(key))) {
      throw Raise.typeError("'%s' object is not subscriptable".formatted(py.typeName(object)));
    }
    return item(object, index(key));
  }

  private long index(long key) {
    if (!py.numbers.isIndex(key)) {
      throw Raise.typeError("sequence index must be integer, not '%s'".formatted(py.typeName(key)));
    }
    return py.numbers.size(key, "IndexError", "cannot fit '%s' into an index-sized integer");
  }

  /** The item of a sequence at an index, counted from the end if it is negative. */
  public long item(long object, long index) {
    long type = py.typeOf(object);
    long function = sequence(type, ITEM);
    if (function == 0) {
      throw Raise.typeError("'%s' object does not support indexing".formatted(py.typeName(object)));
    }
    boolean fromEnd = index < 0 && sequence(type, LENGTH) != 0;
    return py.code.binary(function).call(object, fromEnd ? index + length(object) : index);
  }

  /** {@code object[key] = value}, or {@code del object[key]} for a value of 0. */
  public void set(long object, long key, long value) {
    long type = py.typeOf(object);
    long map = mapping(type, SET_SUBSCRIPT);
    if (map != 0) {
      py.code.ternary(map).call(object, key, value);
      return;
    }
    long function = sequence(type, SET_ITEM);
    if (function == 0) {
      throw Raise.typeError(
          "'%s' object %s item %s"
              .formatted(
                  py.typeName(object),
                  value == 0 ? "doesn't support" : "does not support",
                  value == 0 ? "deletion" : "assignment"));
    }
    long index = index(key);
    py.code.ternary(function).call(object, index < 0 ? index + length(object) : index, value);
  }

  /** {@code item in object}. */
  public boolean contains(long object, long item) {
    long function = sequence(py.typeOf(object), CONTAINS);
    return function != 0
        ? py.code.binary(function).call(object, item) != 0
        : searchByIteration(object, item);
  }

  public boolean searchByIteration(long object, long item) {
    long iterator = iterable(object, "argument of type '%s' is not iterable");
    try {
      for (long next = next(iterator); next != 0; next = next(iterator)) {
        boolean found = py.comparisons.equal(next, item);
        py.decref(next);
        if (found) {
          return true;
        }
      }
      return false;
    } finally {
      py.decref(iterator);
    }
  }

  private long iterable(long object, String message) {
    long type = py.typeOf(object);
    if (memory.load64(type + ITER) == 0 && !isSequence(object)) {
      throw Raise.typeError(message.formatted(py.typeName(object)));
    }
    return iter(object);
  }

  /** {@code iter(object)}. */
  public long iter(long object) {
    long type = py.typeOf(object);
    long function = memory.load64(type + ITER);
    if (function == 0) {
      if (isSequence(object)) {
        return sequenceIterator(object);
      }
      throw Raise.typeError("'%s' object is not iterable".formatted(py.typeName(object)));
    }
    long iterator = py.code.unary(function).call(object);
    if (!isIterator(iterator)) {
      String name = py.typeName(iterator);
      py.decref(iterator);
      throw Raise.typeError("iter() returned non-iterator of type '%s'".formatted(name));
    }
    return iterator;
  }

  public boolean isIterator(long object) {
    long next = memory.load64(py.typeOf(object) + NEXT);
    return next != 0 && next != noNext;
  }

  /** An iterator that asks for items by index until IndexError. */
  public long sequenceIterator(long object) {
    return iterators.of(object);
  }

  /** An iterator that calls a function until it returns the sentinel. */
  public long callIterator(long callable, long sentinel) {
    return iterators.ofCalls(callable, sentinel);
  }

  /** The next item of an iterator, or 0 at its end, whichever way it tells it. */
  public long next(long iterator) {
    try {
      return rawNext(iterator);
    } catch (Raise raise) {
      py.exceptions.swallow(raise, "StopIteration");
      return 0;
    }
  }

  /** The next number of a range's iterator; 0 at its end, and for any other object. */
  public long nextOfRange(long iterator) {
    return py.typeOf(iterator) == rangeIterator ? nextOfRange.call(iterator) : 0;
  }

  /** The same, but an end that is told by StopIteration stays an exception. */
  public long rawNext(long iterator) {
    if (py.typeOf(iterator) == rangeIterator) {
      return nextOfRange.call(iterator);
    }
    return py.code.unary(memory.load64(py.typeOf(iterator) + NEXT)).call(iterator);
  }

  /** How many items there will be as far as an object knows: {@code operator.length_hint}. */
  public long lengthHint(long object, long otherwise) {
    if (lengthSlot(py.typeOf(object)) != 0) {
      try {
        return length(object);
      } catch (Raise raise) {
        py.exceptions.swallow(raise, "TypeError");
      }
    }
    long hint;
    try {
      hint = py.calls.special(object, "__length_hint__");
    } catch (Raise raise) {
      py.exceptions.swallow(raise, "TypeError");
      return otherwise;
    }
    if (hint == 0) {
      return otherwise;
    }
    try {
      return checkedHint(hint, otherwise);
    } finally {
      py.decref(hint);
    }
  }

  private long checkedHint(long hint, long otherwise) {
    if (hint == py.notImplemented) {
      return otherwise;
    }
    if (!py.types.is(hint, TypeFlags.LONG)) {
      throw Raise.typeError("__length_hint__ must be an integer, not " + py.typeName(hint));
    }
    long size = py.numbers.size(hint);
    if (size < 0) {
      throw Raise.valueError("__length_hint__() should return >= 0");
    }
    return size;
  }

  /**
   * The items as a tuple that does not change (PySequence_Fast): of a list or tuple as they are, of
   * all else as the iterator gives them.
   */
  public long fixed(long object, String message) {
    if (py.tuples.is(object)) {
      return py.own(object);
    }
    if (py.types.is(object, TypeFlags.LIST)) {
      return py.tuples.ofArray(py.listOps.items(object), (int) py.listOps.size(object));
    }
    long iterator;
    try {
      iterator = iter(object);
    } catch (Raise raise) {
      py.exceptions.swallow(raise, "TypeError");
      throw Raise.typeError(message);
    }
    try {
      return tupleOf(iterator);
    } finally {
      py.decref(iterator);
    }
  }

  /** {@code list(object)}. */
  public long listOf(long object) {
    long list = py.lists.create(0);
    try {
      extend(list, object);
      return list;
    } catch (Raise raise) {
      py.decref(list);
      throw raise;
    }
  }

  /** {@code list.extend(object)}. */
  public void extend(long list, long object) {
    long type = py.typeOf(object);
    boolean fresh = py.listOps.size(list) == 0 && py.listOps.items(list) == 0;
    if (type == py.types.list || type == py.types.tuple) {
      extendBySequence(list, object, fresh);
      return;
    }
    long iterator = iter(object);
    try {
      long hint = lengthHint(object, 8);
      boolean sized = fresh && lengthSlot(type) != 0;
      if (sized) {
        py.listOps.fill(list, () -> next(iterator), hint);
      } else {
        py.listOps.extend(list, () -> next(iterator), hint);
      }
    } finally {
      py.decref(iterator);
    }
  }

  private void extendBySequence(long list, long object, boolean fresh) {
    if (py.typeOf(object) == py.types.list) {
      if (object != list && fresh) {
        py.listOps.fill(list, source(object), py.listOps.size(object));
      } else {
        py.listOps.extend(list, object);
      }
      return;
    }
    if (fresh) {
      py.listOps.fill(list, source(object), py.tuples.size(object));
    } else {
      py.listOps.extend(list, source(object), py.tuples.size(object));
    }
  }

  private ItemSource source(long sequence) {
    int size = (int) length(sequence);
    return new ItemSource() {
      private int at;

      @Override
      public long next() {
        return at < size ? item(sequence, at++) : 0;
      }
    };
  }

  /** {@code tuple(object)}. */
  public long tupleOf(long object) {
    if (py.typeOf(object) == py.types.tuple) {
      return py.own(object);
    }
    long list = py.typeOf(object) == py.types.list ? py.own(object) : listOf(object);
    long tuple = py.tuples.ofArray(py.listOps.items(list), (int) py.listOps.size(list));
    py.decref(list);
    return tuple;
  }

  /** The keys of a dict in a new list. */
  public long listOfKeys(long dict) {
    long list = py.lists.create(0);
    for (int at = py.dicts.next(dict, 0); at >= 0; at = py.dicts.next(dict, at + 1)) {
      py.listOps.append(list, py.dicts.keyAt(dict, at));
    }
    return list;
  }
}
