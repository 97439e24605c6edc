package gradus.engine.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to write a kind of text: pieces of text with holes between them.
 *
 * @param place where alone it may stand, such as {@code loop}; empty for anywhere
 */
record Variant(String place, int weight, List<Piece> pieces) {

  private static final Pattern HOLE = Pattern.compile("<([a-z]\\w*(?: \\w+)*)>");

  /** Text, or what is to be filled in. */
  sealed interface Piece {}

  record Text(String text) implements Piece {}

  /**
   * A hole.
   *
   * <ul>
   *   <li>{@code <int>}: a text of the kind, or the name that this variant has given it
   *   <li>{@code <var int>}: a variable that can be seen; {@code <set int>}: a local one
   *   <li>{@code <new int>}: a variable that can be seen after this text
   *   <li>{@code <let x int>}: nothing, but {@code <x>} is a variable that can be seen in the holes
   *       after this one; {@code <arg x int>} in those that are bodies, too, as a local one; {@code
   *       <def x int>} after this text, too
   *   <li>{@code <block>}, {@code <loop>}, {@code <body>}, {@code <generator>}: statements
   *   <li>{@code <lines stmt 2 5>}: two to five texts of the kind, a line each
   * </ul>
   */
  record Hole(List<String> words) implements Piece {

    String verb() {
      return words.size() == 1 ? "" : words.get(0);
    }

    /** The last word but for {@code lines}, whose numbers come last. */
    String kind() {
      return verb().equals("lines") ? words.get(1) : words.get(words.size() - 1);
    }

    boolean isBlock() {
      return verb().isEmpty() && ProgramWriter.BLOCKS.containsKey(kind());
    }
  }

  static Variant of(String place, int weight, String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher hole = HOLE.matcher(text);
    int end = 0;
    while (hole.find()) {
      pieces.add(new Text(text.substring(end, hole.start())));
      pieces.add(new Hole(List.of(hole.group(1).split(" ", -1))));
      end = hole.end();
    }
    pieces.add(new Text(text.substring(end)));
    return new Variant(place, weight, pieces);
  }

  /** The kinds that its holes expand. */
  List<String> kinds() {
    List<String> named = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Hole hole) {
        if (hole.verb().isEmpty() && !hole.isBlock() && !named.contains(hole.kind())) {
          kinds.add(hole.kind());
        } else if (hole.words().size() == 3) {
          named.add(hole.words().get(1));
        }
      }
    }
    return kinds;
  }

  /** Whether it has statements of its own. */
  boolean nests() {
    return pieces.stream().anyMatch(piece -> piece instanceof Hole hole && hole.isBlock());
  }
}
