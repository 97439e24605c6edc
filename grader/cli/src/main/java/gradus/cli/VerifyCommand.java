package gradus.cli;

import gradus.cli.report.TextReport;
import gradus.cli.report.Untrusted;
import gradus.harness.sandbox.SandboxMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gradus verify}: proves that lessons are sound. */
@Command(
    name = "verify",
    description = {
      "Proves the lessons sound: stubs earn nothing, the model and the second solution everything,"
          + " every mutant is caught by its own task, and the kit leaks nothing."
    },
    footer = {"", "Exit codes: 0 sound; 1 not sound; 2 wrong usage; 3 a fault of the grader."})
final class VerifyCommand implements Callable<Integer> {
  private static final int AT_ONCE = 2;

  private final Terminal terminal;
  private final Course course;
  private final Gradings.Source source;

  @Option(
      names = "--lesson",
      paramLabel = "LESSON",
      description = "prove this lesson only; repeatable")
  private List<String> lessons = new ArrayList<>();

  @Option(
      names = "--sandbox",
      paramLabel = "MODE",
      converter = SandboxOption.class,
      description = "where the solutions run: auto (the default), required or process")
  private SandboxMode sandbox = SandboxMode.AUTO;

  VerifyCommand(Terminal terminal, Course course, Gradings.Source source) {
    this.terminal = terminal;
    this.course = course;
    this.source = source;
  }

  @Override
  public Integer call() throws IOException {
    course.refuseUnknown(lessons);
    boolean sound = true;
    for (String lesson : lessons.isEmpty() ? course.lessons() : lessons) {
      sound &= print(lesson, prove(lesson));
    }
    return sound ? ExitCode.OK : ExitCode.FAILED;
  }

  private List<Proof> prove(String lesson) throws IOException {
    try (Progress progress = Progress.on(terminal);
        Staging staging = new Staging();
        Gradings gradings =
            source.open(new Gradings.Setup(course, sandbox, progress::tell, progress::now))) {
      List<Claim> claims = new LessonClaims(course, lesson, staging).all();
      return new AtOnce<Claim, Proof>(AT_ONCE)
          .map(
              claims,
              (claim, number) -> {
                progress.now(
                    "%s: %d of %d, %s".formatted(lesson, number, claims.size(), claim.subject()));
                return claim.trial().run(gradings);
              });
    }
  }

  /** Prints a lesson's table, then the gradings behind what does not hold; tells if all holds. */
  private boolean print(String lesson, List<Proof> proofs) {
    StringBuilder page = new StringBuilder(lesson).append('\n');
    for (Proof proof : proofs) {
      String mark = proof.holds() ? "✓" : "✗";
      page.append("  %s %-32s %s\n".formatted(mark, proof.came(), proof.subject()));
      if (!proof.holds()) {
        page.append("      ").append(proof.complaint()).append('\n');
      }
    }
    long holding = proofs.stream().filter(Proof::holds).count();
    page.append("  %d of %d claims hold\n".formatted(holding, proofs.size()));
    proofs.forEach(proof -> evidence(page, proof));
    terminal.print(page.toString());
    return holding == proofs.size();
  }

  private void evidence(StringBuilder page, Proof proof) {
    proof
        .evidence()
        .map(Untrusted::cleaned)
        .ifPresent(
            grading ->
                page.append("\n%s was graded so:\n\n".formatted(proof.subject()))
                    .append(new TextReport(terminal.paint()).render(grading)));
  }
}
