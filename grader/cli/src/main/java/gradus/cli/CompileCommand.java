package gradus.cli;

import gradus.engine.compiler.listing.CodeJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gradus compile}: shows a Python file's code objects. */
@Command(
    name = "compile",
    description = "Prints the tree of code objects that CPython 3.6 compiles a file to.",
    footer = {"", "Exit codes: 0 compiled; 2 the file cannot be read or compiled."})
final class CompileCommand implements Callable<Integer> {
  private final Terminal terminal;

  // Asked for by name, so that another form can be added without changing what scripts say.
  @SuppressWarnings("UnusedVariable")
  @Option(names = "--json", required = true, description = "as JSON, every field of every code")
  private boolean json;

  @Parameters(paramLabel = "FILE.py", description = "a Python 3.6 source file")
  private Path file = Path.of("");

  CompileCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().println(CodeJson.write(PythonSource.compile(file)).stripTrailing());
    return ExitCode.OK;
  }
}
