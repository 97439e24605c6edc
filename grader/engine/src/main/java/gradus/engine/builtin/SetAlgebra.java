package gradus.engine.builtin;

import gradus.engine.object.Raise;
import gradus.engine.object.Sets;
import gradus.engine.object.Space;

/**
 * Intersection, difference and symmetric difference as CPython makes them: which set is walked, and
 * what is copied, decides the order of the result.
 */
final class SetAlgebra {

  private final Space py;
  private final Sets sets;
  private final SetOperations operations;

  SetAlgebra(Space py, SetOperations operations) {
    this.py = py;
    this.operations = operations;
    sets = py.sets;
  }

  private long emptyLike(long set) {
    return sets.create(sets.isFrozen(set) ? sets.frozenType() : sets.type());
  }

  /** The keys of one that are in the other; of two sets the smaller one is walked. */
  long intersection(long set, long other) {
    long result = emptyLike(set);
    try {
      if (!sets.isAny(other)) {
        operations.each(other, key -> addIf(sets.contains(set, key), result, key));
      } else {
        boolean swap = sets.size(other) > sets.size(set);
        long in = swap ? other : set;
        eachKey(swap ? set : other, key -> addIf(sets.contains(in, key), result, key));
      }
      return result;
    } catch (Raise raise) {
      py.decref(result);
      throw raise;
    }
  }

  private void addIf(boolean wanted, long set, long key) {
    if (wanted) {
      sets.add(set, key);
    }
  }

  private interface Action {
    void with(long key);
  }

  private void eachKey(long set, Action action) {
    for (int slot = sets.next(set, 0); slot >= 0; slot = sets.next(set, slot + 1)) {
      action.with(sets.keyAt(set, slot));
    }
  }

  /** The keys of a set that are not in another; a much larger set is copied and reduced. */
  long difference(long set, long other) {
    boolean known = sets.isAny(other) || py.dicts.is(other);
    if (!known || sets.size(set) >> 2 > py.items.length(other)) {
      long copy = operations.of(sets.isFrozen(set) ? sets.frozenType() : sets.type(), set);
      try {
        subtract(copy, other);
        return copy;
      } catch (Raise raise) {
        py.decref(copy);
        throw raise;
      }
    }
    long result = emptyLike(set);
    eachKey(set, key -> addIf(!py.items.contains(other, key), result, key));
    return result;
  }

  /** Removes another's keys; what has many holes then is made anew. */
  void subtract(long set, long other) {
    if (set == other) {
      sets.clear(set);
      return;
    }
    if (sets.isAny(other)) {
      eachKey(other, key -> sets.discard(set, key));
    } else {
      operations.each(other, key -> sets.discard(set, key));
    }
    sets.closeHoles(set);
  }

  /** Removes the keys of another that are there, and adds those that are not. */
  void toggle(long set, long other) {
    if (set == other) {
      sets.clear(set);
      return;
    }
    if (py.dicts.is(other)) {
      operations.each(other, key -> toggleKey(set, key));
      return;
    }
    long keys = sets.isAny(other) ? py.own(other) : operations.of(sets.type(), other);
    try {
      eachKey(keys, key -> toggleKey(set, key));
    } finally {
      py.decref(keys);
    }
  }

  private void toggleKey(long set, long key) {
    if (!sets.discard(set, key)) {
      sets.add(set, key);
    }
  }

  /** The keys in one of the two only: a copy of the other, toggled by the first. */
  long symmetricDifference(long set, long other) {
    long result = operations.of(sets.isFrozen(set) ? sets.frozenType() : sets.type(), other);
    try {
      toggle(result, set);
      return result;
    } catch (Raise raise) {
      py.decref(result);
      throw raise;
    }
  }

  /** Keeps only what is in the other, too. */
  void intersect(long set, long other) {
    long kept = intersection(set, other);
    sets.swap(set, kept);
    py.decref(kept);
  }
}
