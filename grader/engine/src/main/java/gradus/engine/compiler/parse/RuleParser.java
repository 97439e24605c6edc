package gradus.engine.compiler.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line of the grammar and builds the nondeterministic automaton of its rule. */
final class RuleParser {
  private static final Pattern PIECE = Pattern.compile("'[^']+'|\\w+|[\\[\\]()|*+:]");

  private final List<String> pieces = new ArrayList<>();
  private final Grammar grammar;
  private int next = 2;

  RuleParser(String line, Grammar grammar) {
    Matcher matcher = PIECE.matcher(line);
    while (matcher.find()) {
      pieces.add(matcher.group());
    }
    this.grammar = grammar;
  }

  NodeType name() {
    return NodeType.ofName(pieces.get(0));
  }

  /** A part of the automaton: the way in and the way out. */
  record Part(Place in, Place out) {}

  /** A place between labels; a step without a label costs nothing. */
  static final class Place {
    final List<Step> steps = new ArrayList<>();

    void to(Place target) {
      steps.add(new Step(FREE, target));
    }
  }

  /** A step to another place by a label. */
  record Step(int label, Place target) {}

  static final int FREE = -1;

  Part parse() {
    return alternatives();
  }

  private Part alternatives() {
    Part first = sequence();
    while (at("|")) {
      next++;
      Part other = sequence();
      first.in().to(other.in());
      other.out().to(first.out());
    }
    return first;
  }

  private Part sequence() {
    Place in = new Place();
    Place out = in;
    while (next < pieces.size() && !at("|") && !at(")") && !at("]")) {
      Part item = item();
      out.to(item.in());
      out = item.out();
    }
    Place end = new Place();
    out.to(end);
    Place start = new Place();
    start.to(in);
    return new Part(start, end);
  }

  private Part item() {
    if (at("[")) {
      Part part = bracketed();
      part.in().to(part.out());
      return part;
    }
    Part part = at("(") ? bracketed() : symbol(pieces.get(next++));
    if (at("*") || at("+")) {
      return repeated(part, pieces.get(next++).equals("*"));
    }
    return part;
  }

  private Part bracketed() {
    next++;
    Part part = alternatives();
    next++;
    return part;
  }

  private static Part repeated(Part part, boolean zeroTimes) {
    Place around = new Place();
    around.to(part.in());
    part.out().to(around);
    return new Part(zeroTimes ? around : part.in(), around);
  }

  private Part symbol(String text) {
    Part part = new Part(new Place(), new Place());
    part.in().steps.add(new Step(label(text), part.out()));
    return part;
  }

  private int label(String text) {
    if (!text.startsWith("'")) {
      return NodeType.ofName(text).label();
    }
    String literal = text.substring(1, text.length() - 1);
    return NodeType.ofText(literal).map(NodeType::label).orElseGet(() -> grammar.keyword(literal));
  }

  private boolean at(String piece) {
    return next < pieces.size() && pieces.get(next).equals(piece);
  }
}
