package gradus.engine.conformance;

import gradus.engine.LimitReached;
import gradus.engine.PythonProgram;
import gradus.engine.layout.ObjectLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs one program here, and there in a process of its own. */
final class ProgramRuns {

  private static final String NAME = "program.py";
  private static final long SECONDS = 10;
  private static final long MEMORY = 1L << 28;
  private static final long STEPS = 100_000_000;
  private static final long OUTPUT = 1L << 22;
  private static final int NO_STATUS = -1;

  private final String python;
  private final Path folder;
  private final ObjectLayout layout;

  ProgramRuns(String python) throws IOException, InterruptedException {
    this.python = python;
    folder = Files.createTempDirectory("programs");
    String size = there("import sys\nprint(sys.getsizeof([]))\n").map(Outcome::out).orElse("");
    layout = size.equals("72\n") ? ObjectLayout.ALIGNED16 : ObjectLayout.VANILLA;
  }

  /** What CPython makes of it; empty if that takes too long. */
  Optional<Outcome> there(String program) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Files.writeString(folder.resolve(NAME), program);
    ProcessBuilder builder =
        new ProcessBuilder(python, "-S", "-s", "-B", NAME)
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(Map.of("PYTHONHASHSEED", "0", "PYTHONIOENCODING", "utf-8"));
    Process process = builder.start();
    if (!ends(process)) {
      process.destroyForcibly().waitFor();
      return Optional.empty();
    }
    return Optional.of(
        Outcome.of(process.exitValue(), Files.readString(out), Files.readString(err)));
  }

  /** Counted in processor time, so that nothing depends on what else the machine does. */
  private static boolean ends(Process process) throws InterruptedException {
    while (!process.waitFor(1, TimeUnit.SECONDS)) {
      Optional<Duration> used = process.info().totalCpuDuration();
      if (used.isPresent() && used.get().toSeconds() >= SECONDS) {
        return false;
      }
    }
    return true;
  }

  /** What the engine makes of it; what breaks the engine stands in place of the errors. */
  Outcome here(String program) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PythonProgram run =
        PythonProgram.of(NAME, program.getBytes(StandardCharsets.UTF_8))
            .layout(layout)
            .memoryLimit(MEMORY)
            .stepLimit(STEPS)
            .outputLimit(OUTPUT);
    try {
      int status = run.run(out, err);
      // A shell sees eight bits.
      return Outcome.of(status & 0xff, text(out), text(err));
    } catch (LimitReached | IllegalStateException broken) {
      return Outcome.of(NO_STATUS, text(out), text(err) + broken + because(broken));
    }
  }

  private static String because(Throwable broken) {
    Throwable cause = broken.getCause();
    return cause == null || cause.getStackTrace().length == 0
        ? ""
        : ": %s at %s".formatted(cause, cause.getStackTrace()[0]);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  /** Deletes what the runs left. */
  void close() throws IOException {
    for (String file : new String[] {NAME, "out", "err"}) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.delete(folder);
  }
}
