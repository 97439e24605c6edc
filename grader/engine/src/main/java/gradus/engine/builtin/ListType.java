package gradus.engine.builtin;

import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.Comparisons;
import gradus.engine.object.ListOperations;
import gradus.engine.object.Raise;
import gradus.engine.object.Slices;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.TypeFlags;
import gradus.engine.object.Unary;

/** The type {@code list}: its slots and methods (Objects/listobject.c). */
final class ListType {

  private final Space py;
  private final Memory memory;
  private final ListOperations lists;
  private final ListSlices slices;

  ListType(Space py) {
    this.py = py;
    memory = py.memory;
    lists = py.listOps;
    slices = new ListSlices(py);
  }

  void define() {
    TypeBuilder type =
        TypeBuilder.of(py, py.types.list)
            .derivable()
            .flags(TypeFlags.LIST)
            .container(
                (list, visitor) -> {
                  for (long index = lists.size(list) - 1; index >= 0; index--) {
                    if (get(list, index) != 0) {
                      visitor.accept(get(list, index));
                    }
                  }
                })
            .clear(py.lists::clear)
            .unhashable()
            .slot("tp_new", (Ternary) this::create)
            .slot("tp_init", (Ternary) this::init)
            .slot("tp_repr", (Unary) this::repr)
            .slot("tp_richcompare", (Ternary) this::compare)
            .slot("tp_iter", (Unary) self -> py.iterators.over(self))
            .slot("sq_length", (Unary) lists::size)
            .slot("sq_concat", (Binary) this::concatenate)
            .slot("sq_repeat", (Binary) lists::repeat)
            .slot("sq_item", (Binary) this::item)
            .slot("sq_ass_item", (Ternary) this::setItem)
            .slot("sq_contains", (Binary) this::contains)
            .slot("sq_inplace_concat", (Binary) this::inPlaceConcat)
            .slot("sq_inplace_repeat", (Binary) this::inPlaceRepeat)
            .slot("mp_length", (Unary) lists::size)
            .slot("mp_subscript", (Binary) this::subscript)
            .slot("mp_ass_subscript", (Ternary) this::setSubscript);
    methods(type);
  }

  private void methods(TypeBuilder type) {
    type.method1("append", (self, item) -> done(() -> lists.append(self, item)))
        .method1("extend", (self, items) -> done(() -> py.items.extend(self, items)))
        .method("clear", self -> done(() -> py.lists.clear(self)))
        .method("copy", lists::copy)
        .method("reverse", self -> done(() -> reverse(self)))
        .method("__reversed__", self -> py.iterators.backwards(self))
        .method(
            "__sizeof__",
            self -> py.ints.of(py.typeObjects.basicSize(self) + 8 * lists.allocated(self)))
        .method1("count", this::count)
        .method1("remove", this::remove)
        .methods("insert", 2, 2, this::insert)
        .methods("pop", 0, 1, this::pop)
        .methods("index", 1, 3, this::index)
        .methods("sort", this::sort);
  }

  private long done(Runnable action) {
    action.run();
    return py.newNone();
  }

  private long get(long list, long index) {
    return memory.load64(lists.items(list) + 8 * index);
  }

  private long create(long type, long tuple, long keywords) {
    return type == py.types.list ? py.lists.createByCall() : py.create(type);
  }

  private long init(long self, long tuple, long keywords) {
    long[] values = py.arguments.parseTuple("list", tuple, keywords, 0, "sequence");
    if (lists.items(self) != 0) {
      py.lists.clear(self);
    }
    if (values[0] != 0) {
      py.items.extend(self, values[0]);
    }
    return 0;
  }

  private long repr(long self) {
    if (lists.size(self) == 0) {
      return py.strs.of("[]");
    }
    if (!py.texts.enter(self)) {
      return py.strs.of("[...]");
    }
    try {
      StringBuilder out = new StringBuilder("[");
      for (long index = 0; index < lists.size(self); index++) {
        out.append(index == 0 ? "" : ", ").append(py.texts.reprText(get(self, index)));
      }
      return py.strs.of(out.append("]").toString());
    } finally {
      py.texts.leave();
    }
  }

  private long compare(long self, long other, long op) {
    if (!py.types.is(other, TypeFlags.LIST)) {
      return py.newNotImplemented();
    }
    boolean equality = op == Comparisons.EQ || op == Comparisons.NE;
    if (equality && lists.size(self) != lists.size(other)) {
      return py.bool(op == Comparisons.NE);
    }
    long index = 0;
    while (index < lists.size(self)
        && index < lists.size(other)
        && equalItems(get(self, index), get(other, index))) {
      index++;
    }
    if (index >= lists.size(self) || index >= lists.size(other)) {
      return py.bool(
          Comparisons.holds(Long.compare(lists.size(self), lists.size(other)), (int) op));
    }
    return equality
        ? py.bool(op == Comparisons.NE)
        : py.comparisons.compare(get(self, index), get(other, index), (int) op);
  }

  /** Comparing may change the lists: the items are held meanwhile. */
  private boolean equalItems(long left, long right) {
    py.incref(left);
    py.incref(right);
    try {
      return py.comparisons.equal(left, right);
    } finally {
      py.decref(left);
      py.decref(right);
    }
  }

  private long concatenate(long self, long other) {
    if (!py.types.is(other, TypeFlags.LIST)) {
      throw Raise.typeError(
          "can only concatenate list (not \"%s\") to list".formatted(py.typeName(other)));
    }
    return lists.concatenate(self, other);
  }

  private long item(long self, long index) {
    if (index < 0 || index >= lists.size(self)) {
      throw Raise.indexError("list index out of range");
    }
    return py.own(get(self, index));
  }

  private long setItem(long self, long index, long value) {
    if (index < 0 || index >= lists.size(self)) {
      throw Raise.indexError("list assignment index out of range");
    }
    if (value == 0) {
      lists.delete(self, index);
    } else {
      lists.set(self, index, value);
    }
    return 0;
  }

  private long contains(long self, long item) {
    for (long index = 0; index < lists.size(self); index++) {
      if (equalItems(item, get(self, index))) {
        return 1;
      }
    }
    return 0;
  }

  private long inPlaceConcat(long self, long other) {
    py.items.extend(self, other);
    return py.own(self);
  }

  private long inPlaceRepeat(long self, long times) {
    long size = lists.size(self);
    if (times < 1) {
      py.lists.clear(self);
    } else if (times > 1 && size > 0) {
      if (size > Long.MAX_VALUE / times) {
        throw Raise.memoryError();
      }
      long all = lists.repeat(self, times - 1);
      lists.extend(self, all);
      py.decref(all);
    }
    return py.own(self);
  }

  private long place(long self, long key) {
    long index = py.numbers.size(key, "IndexError", "cannot fit '%s' into an index-sized integer");
    return index < 0 ? index + lists.size(self) : index;
  }

  private Raise badIndex(long key) {
    return Raise.typeError("list indices must be integers or slices, not " + py.typeName(key));
  }

  private long subscript(long self, long key) {
    if (py.numbers.isIndex(key)) {
      return item(self, place(self, key));
    }
    if (!py.slices.is(key)) {
      throw badIndex(key);
    }
    return slices.get(self, py.slices.range(key, lists.size(self)));
  }

  private long setSubscript(long self, long key, long value) {
    if (py.numbers.isIndex(key)) {
      return setItem(self, place(self, key), value);
    }
    if (!py.slices.is(key)) {
      throw badIndex(key);
    }
    Slices.Range range = py.slices.range(key, lists.size(self));
    if (value == 0) {
      slices.delete(self, range);
    } else {
      slices.set(self, range, value);
    }
    return 0;
  }

  private void reverse(long self) {
    long items = lists.items(self);
    for (long low = 0, high = lists.size(self) - 1; low < high; low++, high--) {
      long item = memory.load64(items + 8 * low);
      memory.store64(items + 8 * low, memory.load64(items + 8 * high));
      memory.store64(items + 8 * high, item);
    }
  }

  private long count(long self, long item) {
    long times = 0;
    for (long index = 0; index < lists.size(self); index++) {
      times += equalItems(get(self, index), item) ? 1 : 0;
    }
    return py.ints.of(times);
  }

  private long remove(long self, long item) {
    for (long index = 0; index < lists.size(self); index++) {
      if (equalItems(get(self, index), item)) {
        // To compare can have emptied the list.
        if (index < lists.size(self)) {
          lists.delete(self, index);
        }
        return py.newNone();
      }
    }
    throw Raise.valueError("list.remove(x): x not in list");
  }

  private long insert(long self, long args, int count, long names) {
    long index = py.numbers.sizeArgument(py.arguments.get(args, 0));
    lists.insert(self, index, py.arguments.get(args, 1));
    return py.newNone();
  }

  private long pop(long self, long args, int count, long names) {
    return count == 0
        ? lists.pop(self)
        : lists.pop(self, py.numbers.sizeArgument(py.arguments.get(args, 0)));
  }

  private long index(long self, long args, int count, long names) {
    long item = py.arguments.get(args, 0);
    long size = lists.size(self);
    long start = count > 1 ? py.slices.bound(py.arguments.get(args, 1), 0) : 0;
    long stop = count > 2 ? py.slices.bound(py.arguments.get(args, 2), 0) : Long.MAX_VALUE;
    start = start < 0 ? Math.max(0, start + size) : start;
    stop = stop < 0 ? Math.max(0, stop + size) : stop;
    for (long index = start; index < stop && index < lists.size(self); index++) {
      if (equalItems(get(self, index), item)) {
        return py.ints.of(index);
      }
    }
    throw Raise.valueError(py.texts.reprText(item) + " is not in list");
  }

  private long sort(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("sort", args + 8L * count, 0, names, 0, "key", "reverse");
    if (count > 0) {
      throw Raise.typeError("must use keyword argument for key function");
    }
    boolean reverse = values[1] != 0 && py.numbers.intArgument(values[1]) != 0;
    new ListSort(py).sort(self, values[0] == py.none ? 0 : values[0], reverse);
    return py.newNone();
  }
}
