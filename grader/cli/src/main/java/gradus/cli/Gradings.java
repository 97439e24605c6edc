package gradus.cli;

import gradus.harness.result.GradingResult;
import gradus.harness.sandbox.SandboxMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What the commands ask of the harness, in their own terms; it keeps warm what gradings can share.
 */
interface Gradings extends AutoCloseable {
  /**
   * Grades one submission. May be called from several threads.
   *
   * @throws Refusal if there is nothing to grade, or no way to grade it here
   */
  GradingResult grade(Request request);

  /** Takes a grading of a model solution as the measure of this machine's speed. */
  void calibrate(GradingResult model) throws IOException;

  @Override
  void close();

  /** Makes the gradings of one command. */
  @FunctionalInterface
  interface Source {
    Gradings open(Setup setup);
  }

  /**
   * What gradings need to begin.
   *
   * @param course whose lessons are graded
   * @param sandbox where student code may run
   * @param warn takes one-line warnings
   * @param progress told of what has to be prepared first
   */
  record Setup(
      Course course, SandboxMode sandbox, Consumer<String> warn, Consumer<String> progress) {}

  /**
   * One grading to be done.
   *
   * @param submission a folder of lesson folders
   * @param lessons the lessons to grade; none means all that the submission holds
   * @param seed replays an earlier grading
   * @param progress told what is being done
   */
  record Request(
      Path submission, List<String> lessons, OptionalLong seed, Consumer<String> progress) {
    public Request {
      lessons = List.copyOf(lessons);
    }
  }
}
