package gradus.engine.conformance;

/**
 * How a test ended.
 *
 * @param test its name within its module; empty for the loading of the module itself
 * @param outcome {@code passed}, {@code failed}, {@code skipped}, {@code needs}, {@code hang} or
 *     {@code crash}
 * @param detail one line on what went wrong
 * @param trace the calls that led there, a line each
 */
record TestRow(String test, String outcome, String detail, String trace) {

  boolean passed() {
    return outcome.equals("passed");
  }

  static TestRow parse(String line) {
    String[] cells = line.split("\t", -1);
    return new TestRow(cells[0], cells[1], cells[2], cells[3]);
  }
}
