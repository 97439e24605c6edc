package gradus.engine.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortens a text as long as something stays true of it: takes out lines with those that are
 * indented under them, puts what is indented in their place, makes expressions in brackets simpler,
 * takes out characters.
 */
final class Shrinker {

  private static final Pattern WORD = Pattern.compile("\\w+|\\s+|.", Pattern.DOTALL);
  private static final List<String> SIMPLE = List.of("", "0", "()", "''");

  private final Predicate<String> holds;
  private String text;
  private int tries;

  private Shrinker(String text, int tries, Predicate<String> holds) {
    this.text = text;
    this.tries = tries;
    this.holds = holds;
  }

  /**
   * The shortest text that was found.
   *
   * @param tries how many texts may be tried
   */
  static String shrink(String text, int tries, Predicate<String> holds) {
    Shrinker shrinker = new Shrinker(text, tries, holds);
    String before;
    do {
      before = shrinker.text;
      shrinker.lines();
      shrinker.brackets();
      shrinker.words();
    } while (!before.equals(shrinker.text) && shrinker.tries > 0);
    return shrinker.text;
  }

  private boolean accept(String shorter) {
    if (tries <= 0 || shorter.length() >= text.length()) {
      return false;
    }
    tries--;
    if (holds.test(shorter)) {
      text = shorter;
      return true;
    }
    return false;
  }

  /** From the last line to the first, because what comes later needs what came before. */
  private void lines() {
    for (int many = 16; many > 0; many /= 4) {
      int at = List.of(text.split("\n", -1)).size() - 1;
      while (at >= 0 && tries > 0) {
        List<String> lines = List.of(text.split("\n", -1));
        int from = Math.min(at, lines.size() - 1);
        int to = end(lines, from, many);
        if (!accept(without(lines, from, to, List.of()))) {
          accept(without(lines, from, to, inside(lines, from, to)));
        }
        at = from - 1;
      }
    }
  }

  /** Where so many lines at one level end with all that is under them. */
  private static int end(List<String> lines, int from, int many) {
    int left = many;
    int at = from;
    while (at < lines.size() && indent(lines.get(at)) >= indent(lines.get(from))) {
      if (indent(lines.get(at)) == indent(lines.get(from)) && left-- == 0) {
        break;
      }
      at++;
    }
    return at;
  }

  /** What is under a line, moved to its level. */
  private static List<String> inside(List<String> lines, int from, int to) {
    List<String> inside = new ArrayList<>();
    for (String line : lines.subList(from, to)) {
      if (indent(line) > indent(lines.get(from))) {
        inside.add(line.substring(Math.min(4, indent(line))));
      }
    }
    return inside;
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static String without(List<String> lines, int from, int to, List<String> instead) {
    List<String> left = new ArrayList<>(lines.subList(0, from));
    left.addAll(instead);
    left.addAll(lines.subList(to, lines.size()));
    return String.join("\n", left);
  }

  /** Puts something simple, or what they hold, in the place of brackets. */
  private void brackets() {
    for (int open = 0; open < text.length() && tries > 0; open++) {
      int close = "([{".indexOf(text.charAt(open)) < 0 ? -1 : closing(open);
      if (close > 0) {
        String head = text.substring(0, open);
        String body = text.substring(open + 1, close);
        String tail = text.substring(close + 1);
        String pair = text.substring(open, open + 1) + text.charAt(close);
        boolean done = accept(head + body + tail);
        for (String simple : SIMPLE) {
          done = done || accept(head + simple + tail);
        }
        if (!done) {
          accept(head + pair + tail);
        }
      }
    }
  }

  private int closing(int open) {
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      depth += "([{".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
      depth -= ")]}".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /** Takes out words, spaces and other characters, many at once and then fewer. */
  private void words() {
    for (int many = 8; many > 0; many /= 2) {
      List<String> words = new ArrayList<>();
      Matcher word = WORD.matcher(text);
      while (word.find()) {
        words.add(word.group());
      }
      int at = 0;
      while (at < words.size() && tries > 0) {
        List<String> left = new ArrayList<>(words);
        left.subList(at, Math.min(left.size(), at + many)).clear();
        if (accept(String.join("", left))) {
          words = left;
        } else {
          at += many;
        }
      }
    }
  }
}
