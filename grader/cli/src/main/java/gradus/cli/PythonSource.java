package gradus.cli;

import gradus.engine.compiler.CompileOptions;
import gradus.engine.compiler.Compiler;
import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.source.PySyntaxError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Python file named on the command line. */
final class PythonSource {
  private static final long LARGEST = 16 << 20;

  private PythonSource() {}

  /**
   * Compiles the file as {@code python3.6} would.
   *
   * @throws Refusal if it cannot be read, or Python refuses it
   */
  static Code compile(Path file) {
    byte[] source = read(file);
    try {
      return Compiler.compile(source, CompileOptions.of(file.toString()));
    } catch (PySyntaxError error) {
      String line = error.lineno().isPresent() ? " line " + error.lineno().getAsInt() + ":" : "";
      throw Refusal.ofInput(file + ":" + line + " " + error.typeName() + ": " + error.msg());
    }
  }

  /** The bytes of the file; refused in one sentence if there are none to be had. */
  static byte[] read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw Refusal.ofInput("there is no file " + file + "; name a Python file");
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw Refusal.ofInput(file + " is larger than 16 MiB; name a smaller Python file");
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw Refusal.ofInput(file + " cannot be read; look at its permissions");
    }
  }
}
