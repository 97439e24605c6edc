package gradus.engine.object;

/**
 * What one place in a program has found out about an attribute: what the owner's type says, as long
 * as no type changes, and where a dict's table had the name, which is easily checked.
 */
public final class AttributeSite {
  // No type has this address.
  private long type = -1;
  private int changes;

  /** What the type has of the name, borrowed, or 0. */
  long descriptor;

  /** Whether nothing but that and the owner's dict decides what getting gives. */
  boolean gets;

  /** The same for setting. */
  boolean sets;

  /** Where an owner has its dict, or 0. */
  long dictOffset;

  /** The size of the table that had the name, and where in it and as which of its entries. */
  long tableSize;

  long entry;
  long number;

  boolean knows(long ownersType, int changesOfTypes) {
    return type == ownersType && changes == changesOfTypes;
  }

  void learn(long ownersType, int changesOfTypes) {
    type = ownersType;
    changes = changesOfTypes;
  }
}
