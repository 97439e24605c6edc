package gradus.engine.lib;

import gradus.engine.compiler.CompileOptions;
import gradus.engine.compiler.Compiler;
import gradus.engine.compiler.source.PySyntaxError;
import gradus.engine.vm.Modules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A module of the library that is easier to read as Python: its source lies beside this class, and
 * is compiled when the module is imported first.
 */
final class BundledSource implements Modules.Builder {

  private final Python python;
  private final String name;

  BundledSource(Python python, String name) {
    this.python = python;
    this.name = name;
  }

  @Override
  public void fill(Modules modules, long module) {
    String filename = "<frozen %s>".formatted(name);
    byte[] source = read();
    python.sources.add(filename, source);
    long dict = modules.dict(module);
    python.py.dicts.setName(dict, "__builtins__", modules.find("builtins"));
    long code = python.machine.codes.of(compile(filename, source));
    python.py.decref(python.machine.runCode(code, dict, dict));
    python.py.decref(code);
  }

  private static gradus.engine.compiler.code.Code compile(String filename, byte[] source) {
    try {
      return Compiler.compile(source, CompileOptions.of(filename));
    } catch (PySyntaxError error) {
      throw new IllegalStateException(filename, error);
    }
  }

  private byte[] read() {
    try (InputStream stream = BundledSource.class.getResourceAsStream(name + ".py")) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
