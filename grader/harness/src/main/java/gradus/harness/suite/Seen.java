package gradus.harness.suite;

import gradus.harness.result.Counterexample.Difference;
import java.util.List;

/**
 * One thing compared: the answer of a call, or an observation.
 *
 * @param what what was looked at, in words
 */
record Seen(String what, Answer expected, Answer actual) {
  boolean differs() {
    return !expected.sameAs(actual);
  }

  /** The row of the report; the texts of unlike answers are unlike. */
  Difference row() {
    List<String> texts = Printer.cut(expected.shown(), actual.shown());
    boolean telling = !differs() || !texts.get(0).equals(texts.get(1));
    return new Difference(
        what, texts.get(0), telling ? texts.get(1) : texts.get(1) + " (another kind of value)");
  }

  /** One sentence: what came, what was expected, after how many calls. */
  String sentence(String subject, String verb, int calls) {
    Difference row = row();
    return subject
        + (actual instanceof Answer.Value ? " " + verb + " " : " ")
        + row.actual()
        + ", expected "
        + expectation(row.expected())
        + (calls < 2 ? "" : ", after " + calls + " calls");
  }

  private String expectation(String shown) {
    return expected instanceof Answer.Value
        ? shown
        : expected instanceof Answer.Raised ? "that it " + shown : "that it returns";
  }
}
