package gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Starts the command and turns whatever goes wrong into one line and an exit code. */
public final class Main {
  private final Terminal terminal;
  private final GradusCommand gradus = new GradusCommand();
  private final CommandLine commands;

  Main(Terminal terminal, Course course, Gradings.Source source) {
    this.terminal = terminal;
    this.commands =
        new CommandLine(gradus)
            .addSubcommand(new GradeCommand(terminal, course, source))
            .addSubcommand(new VerifyCommand(terminal, course, source))
            .addSubcommand(new DisCommand(terminal))
            .addSubcommand(new CompileCommand(terminal))
            .addSubcommand(RunCommand.commandLine(terminal))
            .addSubcommand(new InspectCommand(terminal))
            .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
            .setUsageHelpAutoWidth(false)
            .setParameterExceptionHandler(this::explainUsage)
            .setExecutionExceptionHandler(this::explainFault);
  }

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments what the user typed after {@code gradus}
   */
  public static void main(String[] arguments) {
    Main main = new Main(Terminal.standard(), Course.ofLauncher(), HarnessGradings::open);
    System.exit(main.run(arguments));
  }

  int run(String... arguments) {
    return commands.execute(arguments);
  }

  private int explainUsage(ParameterException problem, String[] arguments) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    String sentence =
        inOurWords(problem)
            .replace("is not a long", "is not a whole number")
            .replace("is not a double", "is not a number")
            .lines()
            .findFirst()
            .orElse("wrong usage");
    terminal.tell(sentence + " (see '" + command + " --help')");
    return ExitCode.USAGE;
  }

  private String inOurWords(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String first = unmatched.getUnmatched().get(0);
      return problem.getCommandLine() == commands
          ? "there is no command '" + first + "'"
          : "one argument too many: '" + first + "'";
    }
    return String.valueOf(problem.getMessage());
  }

  private int explainFault(Exception fault, CommandLine command, ParseResult parsed) {
    if (fault instanceof Refusal refusal) {
      terminal.tell(firstLine(refusal));
      return refusal.exitCode();
    }
    if (isFullDisk(fault)) {
      terminal.tell("the disk is full; make room and run it again");
      return ExitCode.INFRASTRUCTURE;
    }
    if (gradus.debug()) {
      terminal.err().print(trace(fault));
    }
    String name = fault.getClass().getSimpleName();
    terminal.tell("a fault of the grader: " + name + ": " + firstLine(fault) + kept(fault));
    return ExitCode.INFRASTRUCTURE;
  }

  /** Java has no type for it, only the system's words somewhere among the causes. */
  private static boolean isFullDisk(Exception fault) {
    return Stream.iterate((Throwable) fault, cause -> cause != null, Throwable::getCause)
        .limit(10)
        .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("No space left on device"));
  }

  private static String firstLine(Exception fault) {
    return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
  }

  /** Where the stack trace can be read, if there is still room for it. */
  private static String kept(Exception fault) {
    try {
      Path file = Files.createTempFile("gradus-", ".trace");
      Files.writeString(file, trace(fault), StandardCharsets.UTF_8);
      return " (its trace is in " + file + ")";
    } catch (IOException e) {
      return " (run it again with --debug to see its trace)";
    }
  }

  private static String trace(Exception fault) {
    StringWriter trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
