package gradus.cli;

import gradus.engine.PythonProgram;
import gradus.engine.layout.ObjectLayout;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gradus run}: runs a Python program on the engine. */
@Command(
    name = "run",
    description = "Runs a Python program on the simulated memory, as 'python3.6 FILE' would.",
    footer = {"", "Exit code: the program's."})
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FILE", description = "the program")
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "ARG",
      description = "what the program finds in sys.argv")
  private List<String> arguments = List.of();

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      converter = LayoutOption.class,
      description = LayoutOption.DESCRIPTION)
  private ObjectLayout layout = ObjectLayout.VANILLA;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command; options it does not know are the program's. */
  static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new RunCommand(terminal)).setUnmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw Refusal.ofInput("cannot read the program " + file + "; name a file");
    }
    Path folder = file.toRealPath().resolveSibling("");
    PythonProgram program =
        PythonProgram.of(file.toString(), Files.readAllBytes(file))
            .modulesFrom(folder)
            .input(System.in);
    OutputStream out = new BufferedOutputStream(terminal.out());
    int status = program.arguments(arguments).layout(layout).run(out, terminal.err());
    out.flush();
    return status;
  }
}
