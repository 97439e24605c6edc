/** What runs beside student code; the worker needs nothing but the JVM, the compiler javac. */
module gradus.worker {
  requires static jdk.compiler;

  exports gradus.wire;
  exports gradus.worker.compile;
}
