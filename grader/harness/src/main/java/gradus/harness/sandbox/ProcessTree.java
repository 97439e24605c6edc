package gradus.harness.sandbox;

import java.util.Optional;

/** How a sandbox finds the JVM it started, and everything that belongs to it. */
interface ProcessTree {
  /** The JVM itself, once it is there. */
  Optional<ProcessHandle> jvm();

  /** Ends every process of the tree. */
  void kill();
}
