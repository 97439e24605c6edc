package gradus.engine.object;

/** How slots are called as methods: one wrapper for each shape of slot (wrap_* in typeobject.c). */
final class SlotWrappers {

  final long unary;
  final long number;
  final long truth;
  final long binary;

  /**
   * The same for the left operand of an operator: a wrapper of its own, as a slot is known by it.
   */
  final long binaryLeft;

  final long binarySwapped;
  final long inPlacePower;
  final long power;
  final long powerSwapped;
  final long call;
  final long init;
  final long next;
  final long get;
  final long setAttribute;
  final long setKey;
  final long deleteKey;
  final long deleteAttribute;
  final long indexed;
  final long item;
  final long setItem;
  final long deleteItem;
  final long contains;

  private final Space py;

  SlotWrappers(Space py) {
    this.py = py;
    unary = plain(0, 0, (f, self, args, n, k) -> py.code.unary(f).call(self));
    number = plain(0, 0, (f, self, args, n, k) -> py.ints.of(py.code.unary(f).call(self)));
    truth = plain(0, 0, (f, self, args, n, k) -> py.bool(py.code.unary(f).call(self) != 0));
    next = plain(0, 0, (f, self, args, n, k) -> next(f, self));
    binary = plain(1, 1, (f, self, args, n, k) -> py.code.binary(f).call(self, at(args, 0)));
    binaryLeft = plain(1, 1, (f, self, args, n, k) -> py.code.binary(f).call(self, at(args, 0)));
    binarySwapped = plain(1, 1, (f, self, args, n, k) -> py.code.binary(f).call(at(args, 0), self));
    inPlacePower =
        plain(1, 1, (f, self, args, n, k) -> py.code.ternary(f).call(self, at(args, 0), py.none));
    power = plain(1, 2, (f, self, args, n, k) -> power(f, self, at(args, 0), third(args, n)));
    powerSwapped =
        plain(1, 2, (f, self, args, n, k) -> power(f, at(args, 0), self, third(args, n)));
    call = define(this::call);
    init = define(this::init);
    get = plain(1, 2, this::get);
    setAttribute = plain(2, 2, (f, self, a, n, k) -> setAttribute(f, self, at(a, 0), at(a, 1)));
    setKey = plain(2, 2, (f, self, a, n, k) -> set(f, self, at(a, 0), at(a, 1)));
    deleteKey = plain(1, 1, (f, self, a, n, k) -> set(f, self, at(a, 0), 0));
    deleteAttribute = plain(1, 1, (f, self, a, n, k) -> setAttribute(f, self, at(a, 0), 0));
    indexed =
        plain(1, 1, (f, self, a, n, k) -> py.code.binary(f).call(self, py.numbers.size(at(a, 0))));
    item = plain(1, 1, (f, self, a, n, k) -> py.code.binary(f).call(self, place(self, at(a, 0))));
    setItem = plain(2, 2, (f, self, a, n, k) -> set(f, self, place(self, at(a, 0)), at(a, 1)));
    deleteItem = plain(1, 1, (f, self, a, n, k) -> set(f, self, place(self, at(a, 0)), 0));
    contains =
        plain(1, 1, (f, self, a, n, k) -> py.bool(py.code.binary(f).call(self, at(a, 0)) != 0));
  }

  /** A wrapper of {@code tp_richcompare} for one of the six operators. */
  long compare(int op) {
    return plain(1, 1, (f, self, args, n, k) -> py.code.ternary(f).call(self, at(args, 0), op));
  }

  private long define(Wrapper body) {
    return py.code.define("wrapper", body);
  }

  private long plain(int min, int max, Wrapper body) {
    return define(
        (function, self, arguments, count, names) -> {
          if (names != 0 && py.tuples.size(names) > 0) {
            throw Raise.typeError("wrapper doesn't take keyword arguments");
          }
          if (count < min || count > max) {
            throw Raise.typeError("expected %d arguments, got %d".formatted(min, count));
          }
          return body.call(function, self, arguments, count, names);
        });
  }

  private long at(long arguments, int index) {
    return py.arguments.get(arguments, index);
  }

  private long third(long arguments, int count) {
    return count > 1 ? at(arguments, 1) : py.none;
  }

  private long power(long function, long base, long exponent, long modulus) {
    return py.code.ternary(function).call(base, exponent, modulus);
  }

  private long next(long function, long self) {
    long item = py.code.unary(function).call(self);
    if (item == 0) {
      throw Raise.stopIteration();
    }
    return item;
  }

  private long call(long function, long self, long arguments, int count, long names) {
    if (py.code.isFast(function)) {
      return py.code.fast(function).call(self, arguments, count, names);
    }
    return withTuple(function, self, arguments, count, names);
  }

  private long withTuple(long function, long self, long arguments, int count, long names) {
    long tuple = py.tuples.ofArray(arguments, count);
    long keywords = names == 0 ? 0 : py.arguments.keywordDict(arguments, count, names);
    try {
      return py.code.ternary(function).call(self, tuple, keywords);
    } finally {
      py.decref(tuple);
      py.xdecref(keywords);
    }
  }

  private long init(long function, long self, long arguments, int count, long names) {
    withTuple(function, self, arguments, count, names);
    return py.newNone();
  }

  private long get(long function, long self, long arguments, int count, long names) {
    long object = at(arguments, 0) == py.none ? 0 : at(arguments, 0);
    long type = count < 2 || at(arguments, 1) == py.none ? 0 : at(arguments, 1);
    if (object == 0 && type == 0) {
      throw Raise.typeError("__get__(None, None) is invalid");
    }
    return py.code.ternary(function).call(self, object, type);
  }

  /** No type's own rules for setting attributes can be avoided with an ancestor's (hackcheck). */
  private long setAttribute(long function, long self, long name, long value) {
    long type = py.typeOf(self);
    while (type != 0 && (py.types.flags(type) & TypeFlags.HEAP_TYPE) != 0) {
      type = py.memory.load64(type + TypeObjects.BASE);
    }
    if (type != 0 && py.memory.load64(type + Slots.type("tp_setattro")) != function) {
      throw Raise.typeError(
          "can't apply this %s to %s object"
              .formatted(
                  value == 0 ? "__delattr__" : "__setattr__", py.typeObjects.fullName(type)));
    }
    return set(function, self, name, value);
  }

  private long set(long function, long self, long key, long value) {
    py.code.ternary(function).call(self, key, value);
    return py.newNone();
  }

  private long place(long self, long index) {
    long place = py.numbers.size(index);
    return place < 0 ? place + py.items.length(self) : place;
  }
}
