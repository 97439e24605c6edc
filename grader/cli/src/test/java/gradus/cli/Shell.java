package gradus.cli;

import gradus.harness.result.GradingResult;
import gradus.harness.sandbox.SandboxMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Runs the command as a shell would, with gradings that are made up. */
final class Shell {
  final List<Gradings.Request> requests = new ArrayList<>();
  final List<SandboxMode> sandboxes = new ArrayList<>();
  final List<GradingResult> calibrations = new CopyOnWriteArrayList<>();
  final List<String> warnings = new ArrayList<>();
  final Map<String, String> environment = new HashMap<>();
  boolean outIsTerminal;
  boolean outIsFull;
  Function<Gradings.Request, GradingResult> grader = request -> SampleGradings.firstAttempt();

  private final Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  Shell(Path home) {
    this.home = home;
  }

  int run(String... arguments) {
    Terminal terminal =
        new Terminal(
            new PrintStream(outIsFull ? full() : out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            outIsTerminal,
            false,
            environment);
    return new Main(terminal, new Course(home), this::open).run(arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Gradings open(Gradings.Setup setup) {
    sandboxes.add(setup.sandbox());
    warnings.forEach(setup.warn());
    return new Gradings() {
      @Override
      public synchronized GradingResult grade(Request request) {
        requests.add(request);
        request.progress().accept("grading");
        return grader.apply(request);
      }

      @Override
      public void calibrate(GradingResult model) {
        calibrations.add(model);
      }

      @Override
      public void close() {}
    };
  }

  private static OutputStream full() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        throw new IOException("No space left on device");
      }
    };
  }
}
