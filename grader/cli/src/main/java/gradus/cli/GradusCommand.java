package gradus.cli;

import gradus.harness.result.GradingResult;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code gradus} itself: does nothing but lead to its commands. */
@Command(
    name = "gradus",
    description = "Grades a course's submissions, proves its lessons sound, shows compiled Python.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = GradusCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "See 'gradus COMMAND --help' for a command's options and exit codes."})
final class GradusCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "print the stack trace of a fault of the grader")
  private boolean debug;

  boolean debug() {
    return debug;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "a command is missing");
  }

  /** The version of what other programs read: the report's. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"gradus 1.0, report version " + GradingResult.VERSION};
    }
  }
}
