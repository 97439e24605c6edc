package gradus.cli;

import gradus.engine.LimitReached;
import gradus.engine.PythonException;
import gradus.engine.PythonProcess;
import gradus.engine.PythonValue;
import gradus.engine.layout.ObjectLayout;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gradus inspect}: an object's bytes, field by field. */
@Command(
    name = "inspect",
    description = {
      "Runs a Python program on the simulated memory, then shows an object of it as it lies there:",
      "its struct, its other blocks, and what they point to."
    },
    footer = {
      "",
      "What the program prints goes to standard error.",
      "",
      "Exit code: 0; 2 if the file or the name is of no use."
    })
final class InspectCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "the program")
  private Path file = Path.of("");

  @Parameters(
      paramLabel = "NAME",
      description = "a global name of the program, or an expression such as 'items[0].next'")
  private String name = "";

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      converter = LayoutOption.class,
      description = LayoutOption.DESCRIPTION)
  private ObjectLayout layout = ObjectLayout.VANILLA;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    byte[] source = PythonSource.read(file);
    try (PythonProcess process =
        PythonProcess.builder().layout(layout).streams(terminal.err(), terminal.err()).start()) {
      runToItsEnd(process, source);
      terminal.out().print(new ObjectPages(process, find(process)).toString());
    }
    return ExitCode.OK;
  }

  /** A program that calls sys.exit has come to its end, too. */
  private void runToItsEnd(PythonProcess process, byte[] source) {
    try {
      process.run(file.toString(), source);
    } catch (PythonException raised) {
      if (!raised.type().equals("SystemExit")) {
        terminal.err().print(raised.traceback());
        throw Refusal.ofInput(
            "%s ended with %s; inspect shows what a program has made by its end"
                .formatted(file, raised.type()));
      }
    } catch (LimitReached limit) {
      throw Refusal.ofInput("%s was stopped: %s".formatted(file, limit.getMessage()));
    }
  }

  private PythonValue find(PythonProcess process) {
    try {
      return process.eval(name);
    } catch (PythonException raised) {
      throw Refusal.ofInput(
          "'%s' is nothing at the end of %s: %s; name one of its globals"
              .formatted(name, file, raised.getMessage()));
    }
  }
}
