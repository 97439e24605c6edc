/** CPython 3.6 rebuilt on a simulated memory, to be looked into while it runs. */
module gradus.engine {
  requires static org.jspecify;

  exports gradus.engine;
  exports gradus.engine.layout;
  exports gradus.engine.memory;
}
