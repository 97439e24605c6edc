package gradus.engine.builtin;

import gradus.engine.object.Binary;
import gradus.engine.object.Comparisons;
import gradus.engine.object.Fast;
import gradus.engine.object.Raise;
import gradus.engine.object.Sets;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import java.util.function.LongConsumer;

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
        .slot("nb_or", operator((left, right) -> changed(left, right, this::update)))
        .slot("nb_subtract", operator(algebra::difference))
        .slot("nb_xor", operator(algebra::symmetricDifference))
        .methods("union", many(this::update))
        .methods("intersection", folded(algebra::intersection, algebra::intersection))
        .methods("difference", folded(algebra::difference, this::subtracted))
        .method1("symmetric_difference", algebra::symmetricDifference)
        .method("copy", this::copy)
        .method1("issubset", (self, other) -> py.bool(with(other, set -> allIn(self, set))))
        .method1("issuperset", (self, other) -> py.bool(with(other, set -> allIn(set, self))))
        .method1("isdisjoint", (self, other) -> py.bool(with(other, set -> !anyIn(self, set))));
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
    if (py.typeOf(other) == py.types.dict) {
      sets.reserve(set, py.dicts.size(other));
    }
    each(other, key -> sets.add(set, key));
  }

  /** Hands each item of an iterable to an action. */
  void each(long iterable, LongConsumer action) {
    long iterator = py.items.iter(iterable);
    try {
      for (long item = py.items.next(iterator); item != 0; item = py.items.next(iterator)) {
        try {
          action.accept(item);
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
    return py.bool(
        Comparisons.holdsOfSets(
            left, right, () -> allIn(self, other), () -> allIn(other, self), (int) op));
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
