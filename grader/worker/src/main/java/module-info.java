/** What runs beside student code; it needs nothing but the JVM. */
module gradus.worker {
  exports gradus.wire;
}
