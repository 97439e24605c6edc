package gradus.engine.builtin;

import gradus.engine.object.Binary;
import gradus.engine.object.Comparisons;
import gradus.engine.object.Fast;
import gradus.engine.object.Raise;
import gradus.engine.object.Sets;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import java.util.function.LongPredicate;

/** What sets do with each other and with iterables. */
final class SetOperations {

  private final Space py;
  private final Sets sets;
  private final SetAlgebra algebra;

  /** Changes a set by an iterable. */
  private interface Change {
    void apply(long set, long other);
  }

  SetOperations(Space py) {
    this.py = py;
    sets = py.sets;
    algebra = new SetAlgebra(py, this);
  }

  void install(TypeBuilder type) {
    type.slot("tp_richcompare", (Ternary) this::compare)
        .slot("nb_and", operator(algebra::intersection))
        .slot("nb_or", operator(this::union))
        .slot("nb_subtract", operator(algebra::difference))
        .slot("nb_xor", operator(algebra::symmetricDifference))
        .methods("union", many(this::update))
        .methods("intersection", folded(algebra::intersection, algebra::intersection))
        .methods("difference", folded(algebra::difference, this::subtracted))
        .method1("symmetric_difference", algebra::symmetricDifference)
        .method("copy", this::copy)
        .method1("issubset", (self, other) -> py.bool(with(other, set -> allIn(self, set))))
        .method1("issuperset", (self, other) -> py.bool(with(other, set -> allIn(set, self))))
        .method1("isdisjoint", (self, other) -> py.bool(isDisjoint(self, other)));
  }

  void installMutating(TypeBuilder type) {
    type.slot("nb_inplace_and", inPlace(algebra::intersect))
        .slot("nb_inplace_or", inPlace(this::update))
        .slot("nb_inplace_subtract", inPlace(algebra::subtract))
        .slot("nb_inplace_xor", inPlace(algebra::toggle))
        .methods("update", manyInPlace(this::update))
        .methods("intersection_update", manyInPlace(algebra::intersect))
        .methods("difference_update", manyInPlace(algebra::subtract))
        .method1("symmetric_difference_update", (self, other) -> done(self, other, algebra::toggle))
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

  private Binary operator(Binary combine) {
    return (left, right) ->
        sets.isAny(left) && sets.isAny(right) ? combine.call(left, right) : py.newNotImplemented();
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

  /** Combines a set with the first argument, the result with the second, and so on. */
  private Fast folded(Binary first, Binary next) {
    return (self, arguments, count, names) -> {
      if (count == 0) {
        return copyOf(self);
      }
      long result = first.call(self, py.arguments.get(arguments, 0));
      for (int index = 1; index < count; index++) {
        long combined = next.call(result, py.arguments.get(arguments, index));
        py.decref(result);
        result = combined;
      }
      return result;
    };
  }

  private long subtracted(long set, long other) {
    algebra.subtract(set, other);
    return py.own(set);
  }

  private Fast manyInPlace(Change change) {
    return (self, arguments, count, names) -> {
      for (int index = 0; index < count; index++) {
        change.apply(self, py.arguments.get(arguments, index));
      }
      return py.newNone();
    };
  }

  private long union(long self, long other) {
    long result = copyOf(self);
    if (self == other) {
      return result;
    }
    try {
      update(result, other);
      return result;
    } catch (Raise raise) {
      py.decref(result);
      throw raise;
    }
  }

  long copyOf(long self) {
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
    if (py.typeOf(other) == py.types.dict) {
      sets.reserve(set, py.dicts.size(other));
      eachOfDict(other, (key, hash) -> sets.add(set, key, hash));
    } else {
      each(other, (key, hash) -> sets.add(set, key, hash));
    }
  }

  /** Hands each key of a dict with its hash to an action, which may change the dict. */
  void eachOfDict(long dict, Sets.Action action) {
    for (int at = py.dicts.next(dict, 0); at >= 0; at = py.dicts.next(dict, at + 1)) {
      long key = py.own(py.dicts.keyAt(dict, at));
      try {
        action.with(key, py.dicts.hashAt(dict, at));
      } finally {
        py.decref(key);
      }
    }
  }

  /** Hands each item of an iterable, hashed once, to an action. */
  void each(long iterable, Sets.Action action) {
    long iterator = py.items.iter(iterable);
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        try {
          action.with(item, py.comparisons.hash(item));
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

  private boolean isDisjoint(long self, long other) {
    long type = py.typeOf(other);
    if (type == sets.type() || type == sets.frozenType()) {
      boolean swap = sets.size(other) > sets.size(self);
      return swap ? !anyIn(self, other) : !anyIn(other, self);
    }
    long iterator = py.items.iter(other);
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        try {
          if (sets.contains(self, item)) {
            return false;
          }
        } finally {
          py.decref(item);
        }
      }
      return true;
    } finally {
      py.decref(iterator);
    }
  }

  private boolean allIn(long set, long other) {
    for (int slot = sets.next(set, 0); slot >= 0; slot = sets.next(set, slot + 1)) {
      if (!slotIn(set, slot, other)) {
        return false;
      }
    }
    return true;
  }

  private boolean anyIn(long set, long other) {
    for (int slot = sets.next(set, 0); slot >= 0; slot = sets.next(set, slot + 1)) {
      if (slotIn(set, slot, other)) {
        return true;
      }
    }
    return false;
  }

  private boolean slotIn(long set, int slot, long other) {
    long key = py.own(sets.keyAt(set, slot));
    try {
      return sets.contains(other, key, sets.hashAt(set, slot));
    } finally {
      py.decref(key);
    }
  }

  private long compare(long self, long other, long op) {
    if (!sets.isAny(other)) {
      return py.newNotImplemented();
    }
    int left = sets.size(self);
    int right = sets.size(other);
    return py.bool(
        Comparisons.holdsOfSets(
            left, right, () -> allIn(self, other), () -> allIn(other, self), (int) op));
  }

  /** A set, which has no hash, is looked for as the frozenset that is equal to it. */
  private boolean hashable(long key, LongPredicate look) {
    try {
      return look.test(key);
    } catch (Raise raise) {
      if (!sets.isAny(key) || sets.isFrozen(key)) {
        throw raise;
      }
      py.exceptions.swallow(raise, "TypeError");
    }
    long frozen = of(sets.frozenType(), key);
    try {
      return look.test(frozen);
    } finally {
      py.decref(frozen);
    }
  }

  boolean contains(long self, long key) {
    return hashable(key, which -> sets.contains(self, which));
  }

  private boolean discard(long self, long key) {
    return hashable(key, which -> sets.discard(self, which));
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
