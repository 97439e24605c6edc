package gradus.engine.conformance;

import java.util.regex.Pattern;

/**
 * How a program ended.
 *
 * @param status the exit status
 * @param out what it wrote to standard output, and
 * @param err to standard error, with the addresses of objects taken out, the loader of {@code
 *     __main__}, which is {@code None} here, and the frames of codecs, which are native here
 */
record Outcome(int status, String out, String err) {

  private static final Pattern ADDRESS = Pattern.compile(" at 0x[0-9a-f]+>");
  private static final Pattern CODEC =
      Pattern.compile("  File \"[^\"]*/encodings/\\w+\\.py\".*\n    .*\n");
  private static final String LOADER = "<_frozen_importlib_external.SourceFileLoader object at 0x>";

  static Outcome of(int status, String out, String err) {
    return new Outcome(
        status, withoutAddresses(out), CODEC.matcher(withoutAddresses(err)).replaceAll(""));
  }

  private static String withoutAddresses(String text) {
    return ADDRESS.matcher(text).replaceAll(" at 0x>").replace(LOADER, "None");
  }

  /** One sentence on the first thing that differs from what should have been. */
  String differenceTo(Outcome wanted) {
    if (!out.equals(wanted.out)) {
      return firstLine("stdout", wanted.out, out);
    }
    if (!err.equals(wanted.err)) {
      return firstLine("stderr", wanted.err, err);
    }
    return "exit status %d, here %d".formatted(wanted.status, status);
  }

  private static String firstLine(String stream, String wanted, String found) {
    String[] left = wanted.split("\n", -1);
    String[] right = found.split("\n", -1);
    int at = 0;
    while (at < Math.min(left.length, right.length) - 1 && left[at].equals(right[at])) {
      at++;
    }
    return "%s, line %d%n  3.6  %s%n  ours %s".formatted(stream, at + 1, left[at], right[at]);
  }
}
