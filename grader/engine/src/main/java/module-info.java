/** CPython 3.6 rebuilt on a simulated memory, to be looked into while it runs. */
module gradus.engine {
  requires static org.jspecify;
  requires org.objectweb.asm;

  exports gradus.engine;
  exports gradus.engine.compiler;
  exports gradus.engine.compiler.code;
  exports gradus.engine.compiler.listing;
  exports gradus.engine.compiler.source;
  exports gradus.engine.layout;
  exports gradus.engine.memory;
  exports gradus.engine.process;
  exports gradus.engine.process.elf;
}
