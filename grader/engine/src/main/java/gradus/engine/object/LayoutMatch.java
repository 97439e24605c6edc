package gradus.engine.object;

import gradus.engine.memory.Memory;

/**
 * Which types' instances are laid out alike: what decides on a class's base, on {@code
 * object.__class__ = other} and on {@code type.__bases__ = others} (Objects/typeobject.c).
 */
public final class LayoutMatch {

  private static final int CLEAR = Slots.type("tp_clear");
  private static final int[] SHAPE = {
    TypeObjects.BASIC_SIZE,
    TypeObjects.ITEM_SIZE,
    TypeObjects.DICT_OFFSET,
    TypeObjects.WEAKLIST_OFFSET
  };

  private final Space py;
  private final Memory memory;

  LayoutMatch(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** The base whose layout a class with these bases extends. */
  long bestBase(long bases) {
    long winner = 0;
    long best = 0;
    for (int index = 0; index < py.tuples.size(bases); index++) {
      long base = py.tuples.get(bases, index);
      requireBase(base);
      long candidate = solid(base);
      if (winner == 0 || (py.typeObjects.isSubtype(candidate, winner) && candidate != winner)) {
        winner = candidate;
        best = base;
      } else if (!py.typeObjects.isSubtype(winner, candidate)) {
        throw Raise.typeError("multiple bases have instance lay-out conflict");
      }
    }
    return best;
  }

  private void requireBase(long base) {
    if (!py.types.is(base, TypeFlags.TYPE)) {
      throw Raise.typeError("bases must be types");
    }
    if ((py.types.flags(base) & TypeFlags.BASE_TYPE) == 0) {
      throw Raise.typeError(
          "type '%s' is not an acceptable base type".formatted(py.typeObjects.fullName(base)));
    }
  }

  /** The nearest ancestor that adds fields of its own, other than a dict and weak references. */
  long solid(long type) {
    long base = base(type);
    return base == 0 || extendsLayout(type, base) ? type : solid(base);
  }

  private long base(long type) {
    return memory.load64(type + TypeObjects.BASE);
  }

  private boolean extendsLayout(long type, long base) {
    long size = memory.load64(type + TypeObjects.BASIC_SIZE);
    if (memory.load64(type + TypeObjects.ITEM_SIZE) == 0 && isHeap(type)) {
      size -= added(type, base, TypeObjects.WEAKLIST_OFFSET);
      size -= added(type, base, TypeObjects.DICT_OFFSET);
    }
    return size != memory.load64(base + TypeObjects.BASIC_SIZE)
        || memory.load64(type + TypeObjects.ITEM_SIZE)
            != memory.load64(base + TypeObjects.ITEM_SIZE);
  }

  private int added(long type, long base, int offset) {
    boolean adds = memory.load64(type + offset) != 0 && memory.load64(base + offset) == 0;
    return adds ? 8 : 0;
  }

  private boolean isHeap(long type) {
    return (py.types.flags(type) & TypeFlags.HEAP_TYPE) != 0;
  }

  /**
   * Refuses to put a type in another's place whose instances it would read wrongly
   * (compatible_for_assignment).
   */
  public void requireAlike(long old, long type, String attribute) {
    if ((py.types.flags(old) & TypeFlags.HAVE_GC) != (py.types.flags(type) & TypeFlags.HAVE_GC)) {
      throw differs(attribute, type, old, "deallocator");
    }
    long natural = natural(type);
    long oldNatural = natural(old);
    if (natural != oldNatural
        && (base(natural) != base(oldNatural) || !sameSlots(natural, oldNatural))) {
      throw differs(attribute, type, old, "object layout");
    }
  }

  private Raise differs(String attribute, long type, long old, String what) {
    return Raise.typeError(
        "%s assignment: '%s' %s differs from '%s'"
            .formatted(
                attribute, py.typeObjects.fullName(type), what, py.typeObjects.fullName(old)));
  }

  /** The first ancestor that is not just its base under another name. */
  private long natural(long type) {
    long at = type;
    while (base(at) != 0 && addsNothing(at, base(at))) {
      at = base(at);
    }
    return at;
  }

  private boolean addsNothing(long type, long base) {
    for (int field : SHAPE) {
      if (memory.load64(type + field) != memory.load64(base + field)) {
        return false;
      }
    }
    boolean container = (py.types.flags(type) & TypeFlags.HAVE_GC) != 0;
    return container == ((py.types.flags(base) & TypeFlags.HAVE_GC) != 0)
        && (isHeap(type) || memory.load64(type + CLEAR) == memory.load64(base + CLEAR));
  }

  private boolean sameSlots(long first, long second) {
    if (!isHeap(first) || !isHeap(second)) {
      return false;
    }
    long size = memory.load64(base(first) + TypeObjects.BASIC_SIZE);
    for (int offset : new int[] {TypeObjects.DICT_OFFSET, TypeObjects.WEAKLIST_OFFSET}) {
      boolean both =
          memory.load64(first + offset) == size && memory.load64(second + offset) == size;
      size += both ? 8 : 0;
    }
    long slots = memory.load64(first + HeapTypes.SLOTS);
    long others = memory.load64(second + HeapTypes.SLOTS);
    if (slots != 0 && others != 0) {
      if (!py.comparisons.equal(slots, others)) {
        return false;
      }
      size += 8L * py.tuples.size(slots);
    }
    return size == memory.load64(first + TypeObjects.BASIC_SIZE)
        && size == memory.load64(second + TypeObjects.BASIC_SIZE);
  }
}
