package gradus.cli.report;

import gradus.harness.result.CheckResult;
import gradus.harness.result.Counterexample;
import gradus.harness.result.Counterexample.Difference;
import gradus.harness.result.Outcome;
import java.util.List;
import java.util.function.Function;

/** One block of the text report: why a check failed, as plain lines. */
final class CheckBlock {
  private static final String INDENT = "    ";
  private static final int LABEL = 26;
  private static final String GAP = "   ";

  private static final int LONGEST_CALL = 90;

  /** Beyond this the rows of numbers stop lining up on an ordinary terminal. */
  private static final int WIDEST_TABLE = 110;

  private final CheckGroup group;
  private final CheckResult check;
  private final int width;
  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  CheckBlock(CheckGroup group, int width, Paint paint) {
    this.group = group;
    this.check = group.first();
    this.width = width;
    this.paint = paint;
  }

  /** The block, ending with a line feed. */
  String text() {
    heading();
    check.counterexample().ifPresentOrElse(this::example, this::reason);
    return text.toString();
  }

  private void heading() {
    String subject = group.task().task() + ": " + group.subject();
    String replay = "replay with --seed " + check.seed();
    String gap = " ".repeat(Math.max(2, width - 2 - subject.length() - replay.length()));
    line(paint.bad("✗") + " " + paint.strong(subject) + gap + paint.faint(replay));
  }

  /** What went wrong without a sequence to show. */
  private void reason() {
    String message = check.message();
    if (check.outcome() != Outcome.WRONG_ANSWER) {
      message = check.outcome().words() + (message.isEmpty() ? "" : ": " + message);
    }
    message.lines().forEach(words -> line(INDENT + words));
  }

  private void example(Counterexample example) {
    if (check.outcome() != Outcome.WRONG_ANSWER) {
      reason();
    }
    calls(example);
    difference(example);
  }

  private void calls(Counterexample example) {
    List<String> calls = example.calls();
    if (calls.isEmpty()) {
      return;
    }
    line(INDENT + "shortest failing run");
    calls.subList(0, calls.size() - 1).forEach(call -> line(INDENT + "  " + cut(call)));
    String last = INDENT + "  " + cut(calls.get(calls.size() - 1));
    String count = example.callCount() + (example.callCount() == 1 ? " call" : " calls");
    line(last + " ".repeat(Math.max(2, width - 20 - last.length())) + paint.faint(count));
  }

  /** The JSON report has every argument; here the eye should find the next line. */
  private static String cut(String call) {
    return call.length() <= LONGEST_CALL ? call : call.substring(0, LONGEST_CALL - 1) + "…";
  }

  private void difference(Counterexample example) {
    List<Difference> rows = example.difference();
    if (tableWidth(rows) > WIDEST_TABLE) {
      rows.forEach(this::tallRow);
      pictures(example);
    } else if (isTall(example.expectedPicture()) || isTall(example.actualPicture())) {
      table(rows, "", "");
      pictures(example);
    } else {
      table(rows, example.expectedPicture(), example.actualPicture());
    }
  }

  private static boolean isTall(String picture) {
    return picture.indexOf('\n') >= 0;
  }

  private static int tableWidth(List<Difference> rows) {
    return LABEL + rows.stream().mapToInt(row -> GAP.length() + columnWidth(row)).sum();
  }

  private static int columnWidth(Difference row) {
    return Math.max(
        row.observed().length(), Math.max(row.expected().length(), row.actual().length()));
  }

  private void table(List<Difference> rows, String expectedPicture, String actualPicture) {
    if (rows.isEmpty() && expectedPicture.isEmpty() && actualPicture.isEmpty()) {
      return;
    }
    tableLine("    after the last call", rows, Difference::observed, "");
    tableLine("      expected", rows, Difference::expected, expectedPicture);
    tableLine("      yours", rows, Difference::actual, actualPicture);
  }

  private void tableLine(
      String label, List<Difference> rows, Function<Difference, String> cell, String picture) {
    StringBuilder line = new StringBuilder(label).append(" ".repeat(LABEL - label.length()));
    for (Difference row : rows) {
      String value = cell.apply(row);
      line.append(GAP).append(" ".repeat(columnWidth(row) - value.length())).append(value);
    }
    line((picture.isEmpty() ? line.toString() : line + GAP + picture).stripTrailing());
  }

  private void tallRow(Difference row) {
    line(INDENT + row.observed() + (row.differs() ? "" : " (agrees)"));
    line(INDENT + "  expected  " + row.expected());
    if (row.differs()) {
      line(INDENT + "  yours     " + row.actual());
    }
  }

  private void pictures(Counterexample example) {
    picture("expected", example.expectedPicture());
    picture("yours", example.actualPicture());
  }

  private void picture(String label, String picture) {
    if (!picture.isEmpty()) {
      line(INDENT + label);
      picture.lines().forEach(row -> line(INDENT + "  " + row));
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
