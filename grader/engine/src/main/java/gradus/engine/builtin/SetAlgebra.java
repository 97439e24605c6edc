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
    if (set == other) {
      return operations.copyOf(set);
    }
    long result = emptyLike(set);
    try {
      if (!sets.isAny(other)) {
        operations.each(other, (key, hash) -> addIfIn(set, result, key, hash));
      } else {
        boolean swap = sets.size(other) > sets.size(set);
        long in = swap ? other : set;
        sets.each(swap ? set : other, (key, hash) -> addIfIn(in, result, key, hash));
      }
      return result;
    } catch (Raise raise) {
      py.decref(result);
      throw raise;
    }
  }

  private void addIfIn(long wanted, long set, long key, long hash) {
    if (sets.contains(wanted, key, hash)) {
      sets.add(set, key, hash);
    }
  }

  /** The keys of a set that are not in another; a much larger set is copied and reduced. */
  long difference(long set, long other) {
    boolean known = sets.isAny(other) || py.dicts.is(other);
    if (!known || sets.size(set) >> 2 > py.items.length(other)) {
      long copy = operations.copyOf(set);
      try {
        subtract(copy, other);
        return copy;
      } catch (Raise raise) {
        py.decref(copy);
        throw raise;
      }
    }
    long result = emptyLike(set);
    try {
      sets.each(set, (key, hash) -> addIfNotIn(other, result, key, hash));
      return result;
    } catch (Raise raise) {
      py.decref(result);
      throw raise;
    }
  }

  private void addIfNotIn(long other, long set, long key, long hash) {
    boolean there =
        sets.isAny(other) ? sets.contains(other, key, hash) : py.dicts.get(other, key, hash) != 0;
    if (!there) {
      sets.add(set, key, hash);
    }
  }

  /** Removes another's keys; what has many holes then is made anew. */
  void subtract(long set, long other) {
    if (set == other) {
      sets.clear(set);
      return;
    }
    if (sets.isAny(other)) {
      sets.each(other, (key, hash) -> sets.discard(set, key, hash));
    } else {
      operations.each(other, (key, hash) -> sets.discard(set, key, hash));
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
      operations.eachOfDict(other, (key, hash) -> toggleKey(set, key, hash));
      return;
    }
    long keys = sets.isAny(other) ? py.own(other) : operations.of(sets.type(), other);
    try {
      sets.each(keys, (key, hash) -> toggleKey(set, key, hash));
    } finally {
      py.decref(keys);
    }
  }

  private void toggleKey(long set, long key, long hash) {
    if (!sets.discard(set, key, hash)) {
      sets.add(set, key, hash);
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
