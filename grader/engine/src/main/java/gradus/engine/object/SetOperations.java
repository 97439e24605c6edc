package gradus.engine.object;

/** What sets do with each other and with iterables. */
final class SetOperations {

  private final Space py;
  private final Sets sets;

  /** Changes a set by an iterable. */
  private interface Change {
    void apply(long set, long other);
  }

  SetOperations(Space py) {
    this.py = py;
    sets = py.sets;
  }

  void install(TypeBuilder type) {
    type.slot("tp_richcompare", (Ternary) this::compare)
        .slot("nb_and", operator(this::intersect))
        .slot("nb_or", operator(this::update))
        .slot("nb_subtract", operator(this::subtract))
        .slot("nb_xor", operator(this::toggle))
        .methods("union", many(this::update))
        .methods("intersection", many(this::intersect))
        .methods("difference", many(this::subtract))
        .method1("symmetric_difference", (self, other) -> changed(self, other, this::toggle))
        .method("copy", this::copy)
        .method1("issubset", (self, other) -> py.bool(with(other, set -> allIn(self, set))))
        .method1("issuperset", (self, other) -> py.bool(with(other, set -> allIn(set, self))))
        .method1("isdisjoint", (self, other) -> py.bool(with(other, set -> !anyIn(self, set))));
  }

  void installMutating(TypeBuilder type) {
    type.slot("nb_inplace_and", inPlace(this::intersect))
        .slot("nb_inplace_or", inPlace(this::update))
        .slot("nb_inplace_subtract", inPlace(this::subtract))
        .slot("nb_inplace_xor", inPlace(this::toggle))
        .methods("update", manyInPlace(this::update))
        .methods("intersection_update", manyInPlace(this::intersect))
        .methods("difference_update", manyInPlace(this::subtract))
        .method1("symmetric_difference_update", (self, other) -> done(self, other, this::toggle))
        .method1("add", (self, key) -> done(self, key, sets::add))
        .method1("discard", (self, key) -> done(self, key, this::discard))
        .method1("remove", this::remove)
        .method("pop", this::pop)
        .method("clear", this::clear);
  }

  private long done(long self, long other, Change change) {
    change.apply(self, other);
    return py.newNone();
  }

  private Binary operator(Change change) {
    return (left, right) ->
        sets.isAny(left) && sets.isAny(right)
            ? changed(left, right, change)
            : py.newNotImplemented();
  }

  private Binary inPlace(Change change) {
    return (self, other) -> {
      if (!sets.isAny(other)) {
        return py.newNotImplemented();
      }
      change.apply(self, other);
      return py.own(self);
    };
  }

  private Fast many(Change change) {
    return (self, arguments, count, names) -> {
      long result = copyOf(self);
      for (int index = 0; index < count; index++) {
        change.apply(result, py.arguments.get(arguments, index));
      }
      return result;
    };
  }

  private Fast manyInPlace(Change change) {
    return (self, arguments, count, names) -> {
      for (int index = 0; index < count; index++) {
        change.apply(self, py.arguments.get(arguments, index));
      }
      return py.newNone();
    };
  }

  private long changed(long self, long other, Change change) {
    long result = copyOf(self);
    try {
      change.apply(result, other);
      return result;
    } catch (Raise raise) {
      py.decref(result);
      throw raise;
    }
  }

  private long copyOf(long self) {
    return of(sets.isFrozen(self) ? sets.frozenType() : sets.type(), self);
  }

  private long copy(long self) {
    return py.typeOf(self) == sets.frozenType() ? py.own(self) : copyOf(self);
  }

  /** A new set of an iterable's items; 0 stands for none. */
  long of(long type, long source) {
    long set = sets.create(type);
    try {
      if (source != 0) {
        update(set, source);
      }
      return set;
    } catch (Raise raise) {
      py.decref(set);
      throw raise;
    }
  }

  void update(long set, long other) {
    if (sets.isAny(other)) {
      sets.merge(set, other);
      return;
    }
    long iterator = py.items.iter(other);
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        try {
          sets.add(set, item);
        } finally {
          py.decref(item);
        }
      }
    } finally {
      py.decref(iterator);
    }
  }

  private interface Test {
    boolean of(long set);
  }

  /** Asks about an iterable as a set. */
  private boolean with(long other, Test test) {
    long set = sets.isAny(other) ? py.own(other) : of(sets.type(), other);
    try {
      return test.of(set);
    } finally {
      py.decref(set);
    }
  }

  private void intersect(long set, long other) {
    long kept = of(sets.type(), 0);
    long iterator = py.items.iter(other);
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        if (sets.contains(set, item)) {
          sets.add(kept, item);
        }
        py.decref(item);
      }
      sets.clear(set);
      sets.merge(set, kept);
    } finally {
      py.decref(iterator);
      py.decref(kept);
    }
  }

  private void subtract(long set, long other) {
    with(
        other,
        items -> {
          for (int slot = sets.next(items, 0); slot >= 0; slot = sets.next(items, slot + 1)) {
            sets.discard(set, sets.keyAt(items, slot));
          }
          return true;
        });
  }

  private void toggle(long set, long other) {
    long copy = of(sets.type(), other);
    for (int slot = sets.next(copy, 0); slot >= 0; slot = sets.next(copy, slot + 1)) {
      long key = sets.keyAt(copy, slot);
      if (!sets.discard(set, key)) {
        sets.add(set, key);
      }
    }
    py.decref(copy);
  }

  private boolean allIn(long set, long other) {
    for (int slot = sets.next(set, 0); slot >= 0; slot = sets.next(set, slot + 1)) {
      if (!sets.contains(other, sets.keyAt(set, slot))) {
        return false;
      }
    }
    return true;
  }

  private boolean anyIn(long set, long other) {
    for (int slot = sets.next(set, 0); slot >= 0; slot = sets.next(set, slot + 1)) {
      if (sets.contains(other, sets.keyAt(set, slot))) {
        return true;
      }
    }
    return false;
  }

  private long compare(long self, long other, long op) {
    if (!sets.isAny(other)) {
      return py.newNotImplemented();
    }
    int left = sets.size(self);
    int right = sets.size(other);
    boolean holds =
        switch ((int) op) {
          case Comparisons.EQ -> left == right && allIn(self, other);
          case Comparisons.NE -> left != right || !allIn(self, other);
          case Comparisons.LT -> left < right && allIn(self, other);
          case Comparisons.LE -> left <= right && allIn(self, other);
          case Comparisons.GT -> left > right && allIn(other, self);
          default -> left >= right && allIn(other, self);
        };
    return py.bool(holds);
  }

  /** A set is looked for as the frozenset that is equal to it. */
  private long hashable(long key) {
    boolean mutable = sets.isAny(key) && !sets.isFrozen(key);
    return mutable ? of(sets.frozenType(), key) : py.own(key);
  }

  boolean contains(long self, long key) {
    long hashable = hashable(key);
    try {
      return sets.contains(self, hashable);
    } finally {
      py.decref(hashable);
    }
  }

  private boolean discard(long self, long key) {
    long hashable = hashable(key);
    try {
      return sets.discard(self, hashable);
    } finally {
      py.decref(hashable);
    }
  }

  private long remove(long self, long key) {
    if (!discard(self, key)) {
      throw py.exceptions.keyError(key);
    }
    return py.newNone();
  }

  private long pop(long self) {
    long key = sets.takeFirst(self);
    if (key == 0) {
      throw Raise.of("KeyError", "pop from an empty set");
    }
    return key;
  }

  private long clear(long self) {
    sets.clear(self);
    return py.newNone();
  }
}
