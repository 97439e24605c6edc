package gradus.engine.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules by which random programs are written, read from a file.
 *
 * <pre>
 * int =                          a kind of text
 * | 0                            its variants, one as likely as the other
 * 3| (&lt;int> + &lt;int>)             three times as likely, with two holes
 * loop| break                    only inside a loop
 * | if &lt;bool>:                   a variant of two lines
 *       &lt;block>
 * </pre>
 */
final class Grammar {

  private static final Pattern KIND = Pattern.compile("(\\w+) =");
  private static final Pattern VARIANT = Pattern.compile("([a-z]*)(\\d*)\\| ?(.*)");
  private static final String MORE = "  ";
  private static final int UNKNOWN = 1 << 20;

  private final Map<String, List<Variant>> rules = new LinkedHashMap<>();
  private final Map<String, Integer> heights = new HashMap<>();

  private Grammar() {}

  static Grammar read(Path file) throws IOException {
    Grammar grammar = new Grammar();
    grammar.parse(Files.readAllLines(file));
    grammar.measure();
    return grammar;
  }

  private void parse(List<String> lines) {
    String kind = "";
    String head = "";
    List<String> text = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(MORE)) {
        text.add(line.substring(MORE.length()));
        continue;
      }
      flush(kind, head, text);
      Matcher rule = KIND.matcher(line);
      Matcher variant = VARIANT.matcher(line);
      if (rule.matches()) {
        kind = rule.group(1);
      } else if (variant.matches()) {
        head = variant.group(1) + " " + variant.group(2);
        text.add(variant.group(3));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IllegalArgumentException("neither a kind nor a variant: " + line);
      }
    }
    flush(kind, head, text);
  }

  private void flush(String kind, String head, List<String> text) {
    if (!text.isEmpty()) {
      int space = head.indexOf(' ');
      String weight = head.substring(space + 1);
      Variant variant =
          Variant.of(
              head.substring(0, space),
              weight.isEmpty() ? 1 : Integer.parseInt(weight),
              String.join("\n", text));
      rules.computeIfAbsent(kind, name -> new ArrayList<>()).add(variant);
      text.clear();
    }
  }

  /** How many levels of holes each kind needs at least, which lets an expansion come to an end. */
  private void measure() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<String, List<Variant>> rule : rules.entrySet()) {
        int least = rule.getValue().stream().mapToInt(this::height).min().orElse(UNKNOWN);
        changed |= !Integer.valueOf(least).equals(heights.put(rule.getKey(), least));
      }
    }
  }

  int height(Variant variant) {
    return variant.kinds().stream().mapToInt(this::heightOf).max().orElse(0);
  }

  private int heightOf(String kind) {
    if (!rules.containsKey(kind)) {
      throw new IllegalArgumentException("no kind " + kind);
    }
    return 1 + heights.getOrDefault(kind, UNKNOWN);
  }

  List<Variant> variants(String kind) {
    return rules.getOrDefault(kind, List.of());
  }
}
