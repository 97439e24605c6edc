package gradus.cli;

import gradus.cli.report.TextReport;
import gradus.cli.report.Untrusted;
import gradus.harness.result.GradingResult;
import gradus.harness.result.LessonResult;
import gradus.harness.result.Outcome;
import gradus.harness.sandbox.SandboxMode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus grade}: grades one submission and reports. */
@Command(
    name = "grade",
    description = "Grades a submission: a folder that holds lesson folders.",
    footer = {
      "",
      "Exit codes: 0 graded; 1 under --fail-under; 2 wrong usage; 3 a fault of the grader.",
      "",
      "Examples:",
      "  gradus grade submission",
      "  gradus grade submission --lesson dynamic-arrays --seed 41",
      "  gradus grade submission --format json=report.json --format junit=report.xml"
    })
final class GradeCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Course course;
  private final Gradings.Source source;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "the submission")
  private Path directory = Path.of("");

  @Option(
      names = "--lesson",
      paramLabel = "LESSON",
      description = "grade this lesson only; repeatable")
  private List<String> lessons = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      converter = ReportTarget.Converter.class,
      description =
          "also write a report: text, json, markdown or junit; without a file it goes to standard"
              + " output, instead of the text; repeatable")
  private List<ReportTarget> targets = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "replay a grading; without it, the same sources always get the same seed")
  private @Nullable Long seed;

  @Option(
      names = "--fail-under",
      paramLabel = "P",
      description = "exit with 1 if the score is under P percent")
  private double failUnder;

  @Option(
      names = "--sandbox",
      paramLabel = "MODE",
      converter = SandboxOption.class,
      description =
          "where student code runs: auto takes bubblewrap where it works, required refuses"
              + " anything else, process does without; default: auto, and required if CI is set")
  private @Nullable SandboxMode sandbox;

  GradeCommand(Terminal terminal, Course course, Gradings.Source source) {
    this.terminal = terminal;
    this.course = course;
    this.source = source;
  }

  @Override
  public Integer call() {
    refuseWhatCannotWork();
    GradingResult result = Untrusted.cleaned(grade());
    report(result);
    return exitCode(result);
  }

  private void refuseWhatCannotWork() {
    if (failUnder < 0 || failUnder > 100 || Double.isNaN(failUnder)) {
      throw usage("--fail-under takes a percentage from 0 to 100");
    }
    if (seed != null && seed < 0) {
      throw usage("--seed takes a number from 0 up");
    }
    if (targets.stream().filter(ReportTarget::isStandardOutput).count() > 1) {
      throw usage("only one --format can go to standard output");
    }
    targets.stream()
        .filter(target -> !target.isStandardOutput())
        .forEach(ReportTarget::refuseIfHopeless);
    if (!Files.isDirectory(directory)) {
      throw Refusal.ofInput(
          Files.exists(directory)
              ? directory + " is not a directory; a submission is a folder of lesson folders."
              : "there is no directory " + directory);
    }
    course.refuseUnknown(lessons);
  }

  private RuntimeException usage(String sentence) {
    return spec == null
        ? Refusal.ofInput(sentence)
        : new ParameterException(spec.commandLine(), sentence);
  }

  private GradingResult grade() {
    try (Progress progress = Progress.on(terminal)) {
      progress.now("getting ready");
      try (Gradings gradings = source.open(setup(progress))) {
        OptionalLong replayed = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
        return gradings.grade(new Gradings.Request(directory, lessons, replayed, progress::now));
      }
    }
  }

  private Gradings.Setup setup(Progress progress) {
    return new Gradings.Setup(course, sandbox(), progress::tell, progress::now);
  }

  /** A CI job grades other people's code unattended, so there the sandbox is no mere wish. */
  private SandboxMode sandbox() {
    SandboxMode usual = terminal.isSet("CI") ? SandboxMode.REQUIRED : SandboxMode.AUTO;
    return Optional.ofNullable(sandbox).orElse(usual);
  }

  private void report(GradingResult result) {
    Optional<ReportTarget> printed =
        targets.stream().filter(ReportTarget::isStandardOutput).findFirst();
    terminal.print(
        printed
            .map(target -> target.format().writer().render(result))
            .orElseGet(() -> unheeded(new TextReport(terminal.paint()).render(result))));
    targets.stream()
        .filter(target -> !target.isStandardOutput())
        .forEach(target -> target.write(result));
  }

  /** Text that a GitHub job may print without obeying a line of it. */
  private String unheeded(String text) {
    if (!terminal.isSet("GITHUB_ACTIONS")) {
      return text;
    }
    byte[] secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    return "::stop-commands::" + token + "\n" + text + "::" + token + "::\n";
  }

  private int exitCode(GradingResult result) {
    if (result.lessons().stream().map(LessonResult::outcome).anyMatch(GradeCommand::isOurs)) {
      terminal.tell(
          "a fault of the grader spoilt this grading; the score above counts for nothing");
      return ExitCode.INFRASTRUCTURE;
    }
    double percent = result.maxScore() == 0 ? 0 : 100.0 * result.score() / result.maxScore();
    if (percent < failUnder) {
      terminal.tell(
          "%d of %d points are under the %s %% asked for"
              .formatted(result.score(), result.maxScore(), plain(failUnder)));
      return ExitCode.FAILED;
    }
    return ExitCode.OK;
  }

  /** 60, not 60.0. */
  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static boolean isOurs(Outcome outcome) {
    return outcome == Outcome.INFRASTRUCTURE;
  }
}
