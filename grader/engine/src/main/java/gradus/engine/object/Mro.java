package gradus.engine.object;

import java.util.ArrayList;
import java.util.List;

/** The order in which a type's ancestors are asked: C3 linearisation (mro_implementation). */
final class Mro {

  private final Space py;

  Mro(Space py) {
    this.py = py;
  }

  /** The tuple for a type, made by its metaclass's {@code mro} if that has one of its own. */
  long asked(long type) {
    long bases = py.memory.load64(type + TypeObjects.BASES);
    if (py.typeOf(type) == py.types.type) {
      return of(type, bases);
    }
    long result = py.calls.special(type, "mro");
    try {
      long tuple = py.items.tupleOf(result);
      requireTypes(type, tuple);
      return tuple;
    } finally {
      py.decref(result);
    }
  }

  /** An ancestor that is laid out in its own way is no ancestor of such instances. */
  private void requireTypes(long type, long tuple) {
    LayoutMatch layouts = py.typeObjects.heapTypes().layouts();
    long solid = layouts.solid(type);
    for (int index = 0; index < py.tuples.size(tuple); index++) {
      long each = py.tuples.get(tuple, index);
      if (!py.types.is(each, TypeFlags.TYPE)) {
        String name = py.typeName(each);
        py.decref(tuple);
        throw Raise.typeError("mro() returned a non-class ('%s')".formatted(name));
      }
      if (!py.typeObjects.isSubtype(solid, layouts.solid(each))) {
        String name = py.typeObjects.fullName(each);
        py.decref(tuple);
        throw Raise.typeError("mro() returned base with unsuitable layout ('%s')".formatted(name));
      }
    }
  }

  /** The tuple for a type whose bases are ready. */
  long of(long type, long bases) {
    List<List<Long>> sequences = new ArrayList<>();
    List<Long> direct = new ArrayList<>();
    for (int index = 0; index < py.tuples.size(bases); index++) {
      long base = py.tuples.get(bases, index);
      if (direct.contains(base)) {
        throw Raise.typeError("duplicate base class " + py.typeObjects.shortName(base));
      }
      direct.add(base);
      sequences.add(ancestors(base));
    }
    sequences.add(direct);
    List<Long> order = new ArrayList<>();
    order.add(type);
    merge(sequences, order);
    return py.tuples.of(order.stream().mapToLong(Long::longValue).toArray());
  }

  private List<Long> ancestors(long base) {
    long mro = py.memory.load64(base + TypeObjects.MRO);
    if (mro == 0) {
      throw Raise.typeError(
          "Cannot extend an incomplete type '%s'".formatted(py.typeObjects.fullName(base)));
    }
    List<Long> all = new ArrayList<>();
    for (int index = 0; index < py.tuples.size(mro); index++) {
      all.add(py.tuples.get(mro, index));
    }
    return all;
  }

  private void merge(List<List<Long>> sequences, List<Long> order) {
    while (true) {
      sequences.removeIf(List::isEmpty);
      if (sequences.isEmpty()) {
        return;
      }
      long next = candidate(sequences);
      order.add(next);
      sequences.forEach(
          sequence -> {
            if (sequence.get(0) == next) {
              sequence.remove(0);
            }
          });
    }
  }

  private long candidate(List<List<Long>> sequences) {
    for (List<Long> sequence : sequences) {
      long first = sequence.get(0);
      if (sequences.stream().allMatch(other -> other.lastIndexOf(first) <= 0)) {
        return first;
      }
    }
    StringBuilder names = new StringBuilder();
    List<Long> heads = new ArrayList<>();
    for (List<Long> sequence : sequences) {
      if (!heads.contains(sequence.get(0))) {
        heads.add(sequence.get(0));
        names.append(names.length() == 0 ? "" : ", ");
        names.append(py.typeObjects.shortName(sequence.get(0)));
      }
    }
    throw Raise.typeError(
        "Cannot create a consistent method resolution\norder (MRO) for bases " + names);
  }
}
