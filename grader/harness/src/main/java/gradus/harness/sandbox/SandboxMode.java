package gradus.harness.sandbox;

/** How much a grading insists on its sandbox. */
public enum SandboxMode {
  /** Bubblewrap where it works, else a plain process and a loud line. */
  AUTO,
  /** Bubblewrap, or no grading at all. */
  REQUIRED,
  /** A plain process: for code one trusts, and for machines without bubblewrap. */
  PROCESS
}
