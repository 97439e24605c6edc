package gradus.kit.dynamicarrays;

/** Who wins a duel: the rule that is better at one thing and not worse at the other. */
public enum Verdict {
  /** The first rule. */
  FIRST,
  /** The second rule. */
  SECOND,
  /** Neither: they are equal, or each is better at one thing. */
  NEITHER
}
