package gradus.engine.process;

/** What a part of a process's memory is for. */
public enum RegionKind {
  TEXT,
  CONSTANTS,
  DATA,
  BSS,
  HEAP,
  GUARD,
  STACK
}
