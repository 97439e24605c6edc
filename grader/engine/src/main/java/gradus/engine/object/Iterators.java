package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;
import java.util.HashMap;
import java.util.Map;

/** The iterators of list, tuple, str and bytes: an index and the sequence; and reversed ones. */
public final class Iterators {

  private static final int INDEX = ObjectStructs.SEQUENCE_ITERATOR.offset("it_index");
  private static final int SEQUENCE = ObjectStructs.SEQUENCE_ITERATOR.offset("it_seq");

  private final Space py;
  private final Memory memory;
  private final Map<Long, Long> forward = new HashMap<>();
  private long listType;
  private long listReversed;
  private long reversed;

  Iterators(Space py) {
    this.py = py;
    memory = py.memory;
  }

  public void define() {
    listType = define("list_iterator", this::nextOfList, this::left);
    forward.put(py.types.list, listType);
    forward.put(py.types.tuple, define("tuple_iterator", this::nextOfTuple, this::left));
    forward.put(py.types.str, define("str_iterator", this::nextOfAny, this::left));
    forward.put(py.types.bytes, define("bytes_iterator", this::nextOfAny, this::left));
    forward.put(py.byteArrays.type(), define("bytearray_iterator", this::nextOfArray, this::left));
    listReversed = define("list_reverseiterator", this::nextBackwards, this::leftBackwards);
    reversed =
        builder("reversed", this::nextBackwards, this::leftBackwards)
            .derivable()
            .slot("tp_new", (Ternary) this::reversedNew)
            .ready();
  }

  /** The type of lists' iterators. */
  public long listIteratorType() {
    return listType;
  }

  /** The type {@code reversed}. */
  public long reversedType() {
    return reversed;
  }

  private long define(String name, Unary next, Unary left) {
    return builder(name, next, left).ready();
  }

  private TypeBuilder builder(String name, Unary next, Unary left) {
    return TypeBuilder.define(py, name, ObjectStructs.SEQUENCE_ITERATOR)
        .container(
            (object, visitor) -> {
              if (memory.load64(object + SEQUENCE) != 0) {
                visitor.accept(memory.load64(object + SEQUENCE));
              }
            })
        .dealloc(this::dealloc)
        .slot("tp_iter", (Unary) py::own)
        .slot("tp_iternext", next)
        .method("__length_hint__", left);
  }

  private void dealloc(long iterator) {
    py.untrack(iterator);
    py.xdecref(memory.load64(iterator + SEQUENCE));
    py.free(iterator);
  }

  /** An iterator over one of these types or of one derived from it. */
  public long over(long sequence) {
    Long type = forward.get(py.typeOf(sequence));
    for (long base = py.typeOf(sequence); type == null; ) {
      base = memory.load64(base + TypeObjects.BASE);
      type = forward.get(base);
    }
    return make(type, sequence, 0);
  }

  private long make(long type, long sequence, long index) {
    long iterator = py.create(type);
    memory.store64(iterator + SEQUENCE, py.own(sequence));
    memory.store64(iterator + INDEX, index);
    return iterator;
  }

  /** An iterator over a list from its end. */
  public long backwards(long list) {
    return make(listReversed, list, py.listOps.size(list) - 1);
  }

  private long reversedNew(long type, long tuple, long keywords) {
    py.arguments.noKeywordDict("reversed()", keywords);
    py.arguments.unpack("reversed", py.tuples.size(tuple), 1, 1);
    long sequence = py.tuples.get(tuple, 0);
    long special = py.typeObjects.lookup(py.typeOf(sequence), "__reversed__");
    if (special == py.none || (special == 0 && !py.items.isSequence(sequence))) {
      throw Raise.typeError("'%s' object is not reversible".formatted(py.typeName(sequence)));
    }
    return special != 0
        ? py.calls.special(sequence, "__reversed__")
        : make(type, sequence, py.items.length(sequence) - 1);
  }

  /** The next item of a list's iterator; 0, and nothing happens, if there is none. */
  public long itemOfList(long iterator) {
    long list = memory.load64(iterator + SEQUENCE);
    long index = memory.load64(iterator + INDEX);
    if (list == 0 || index >= py.listOps.size(list)) {
      return 0;
    }
    memory.store64(iterator + INDEX, index + 1);
    return py.own(memory.load64(py.listOps.items(list) + 8 * index));
  }

  /** The next item of a list's iterator, or 0. */
  public long nextOfList(long iterator) {
    long list = memory.load64(iterator + SEQUENCE);
    if (list == 0) {
      return 0;
    }
    long index = memory.load64(iterator + INDEX);
    if (index < py.listOps.size(list)) {
      memory.store64(iterator + INDEX, index + 1);
      return py.own(memory.load64(py.listOps.items(list) + 8 * index));
    }
    py.clear(iterator + SEQUENCE);
    return 0;
  }

  private long nextOfTuple(long iterator) {
    long tuple = memory.load64(iterator + SEQUENCE);
    if (tuple == 0) {
      return 0;
    }
    long index = memory.load64(iterator + INDEX);
    if (index < py.tuples.size(tuple)) {
      memory.store64(iterator + INDEX, index + 1);
      return py.own(py.tuples.get(tuple, (int) index));
    }
    py.clear(iterator + SEQUENCE);
    return 0;
  }

  private long nextOfAny(long iterator) {
    long sequence = memory.load64(iterator + SEQUENCE);
    if (sequence == 0) {
      return 0;
    }
    long index = memory.load64(iterator + INDEX);
    boolean text = py.strs.is(sequence);
    int length = text ? py.strs.length(sequence) : py.bytes.size(sequence);
    if (index < length) {
      memory.store64(iterator + INDEX, index + 1);
      return text
          ? py.strs.ofPoint(py.strs.at(sequence, (int) index))
          : py.ints.of(py.bytes.at(sequence, (int) index));
    }
    py.clear(iterator + SEQUENCE);
    return 0;
  }

  private long nextOfArray(long iterator) {
    long array = memory.load64(iterator + SEQUENCE);
    if (array == 0) {
      return 0;
    }
    long index = memory.load64(iterator + INDEX);
    if (index < py.byteArrays.size(array)) {
      memory.store64(iterator + INDEX, index + 1);
      return py.ints.of(memory.load8(py.byteArrays.start(array) + index));
    }
    py.clear(iterator + SEQUENCE);
    return 0;
  }

  private long nextBackwards(long iterator) {
    long sequence = memory.load64(iterator + SEQUENCE);
    long index = memory.load64(iterator + INDEX);
    if (sequence != 0 && index >= 0 && index < py.items.length(sequence)) {
      memory.store64(iterator + INDEX, index - 1);
      return py.items.item(sequence, index);
    }
    memory.store64(iterator + INDEX, -1);
    py.clear(iterator + SEQUENCE);
    return 0;
  }

  private long left(long iterator) {
    long sequence = memory.load64(iterator + SEQUENCE);
    long index = memory.load64(iterator + INDEX);
    return py.ints.of(sequence == 0 ? 0 : Math.max(0, py.items.length(sequence) - index));
  }

  private long leftBackwards(long iterator) {
    long sequence = memory.load64(iterator + SEQUENCE);
    long index = memory.load64(iterator + INDEX);
    boolean over = sequence == 0 || index >= py.items.length(sequence);
    return py.ints.of(over ? 0 : index + 1);
  }
}
