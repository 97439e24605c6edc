package gradus.cli;

import gradus.engine.compiler.listing.Disassembler;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gradus dis}: lists a Python file's instructions. */
@Command(
    name = "dis",
    description = "Prints what 'python3.6 -m dis FILE.py' prints.",
    footer = {"", "Exit codes: 0 listed; 2 the file cannot be read or compiled."})
final class DisCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE.py", description = "a Python 3.6 source file")
  private Path file = Path.of("");

  DisCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(Disassembler.disassemble(PythonSource.compile(file)));
    return ExitCode.OK;
  }
}
