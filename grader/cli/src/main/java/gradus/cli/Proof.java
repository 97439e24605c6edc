package gradus.cli;

import gradus.harness.result.GradingResult;
import java.util.Optional;

/**
 * One claim about a lesson, tried.
 *
 * @param subject what the claim is about: {@code model}, or a mutant's name
 * @param came what came out, in a few words
 * @param complaint one sentence that says what is wrong; empty if the claim holds
 * @param evidence the grading to look at when it does not
 */
record Proof(String subject, String came, String complaint, Optional<GradingResult> evidence) {

  static Proof holding(String subject, String came) {
    return new Proof(subject, came, "", Optional.empty());
  }

  static Proof failing(String subject, String came, String complaint) {
    return new Proof(subject, came, complaint, Optional.empty());
  }

  /** The same proof with the grading it rests on, if a reader will want to see it. */
  Proof seenIn(GradingResult grading) {
    return holds() ? this : new Proof(subject, came, complaint, Optional.of(grading));
  }

  boolean holds() {
    return complaint.isEmpty();
  }
}
