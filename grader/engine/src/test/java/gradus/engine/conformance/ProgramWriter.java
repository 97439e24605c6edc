package gradus.engine.conformance;

import gradus.engine.conformance.Variant.Hole;
import gradus.engine.conformance.Variant.Piece;
import gradus.engine.conformance.Variant.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes random programs by a grammar; the same seed gives the same program. */
final class ProgramWriter {

  /** The holes that are blocks of statements, and what may stand in them besides. */
  static final Map<String, List<String>> BLOCKS =
      Map.of(
          "block", List.of(),
          "last", List.of(),
          "loop", List.of("loop"),
          "body", List.of("function"),
          "generator", List.of("function", "generator"));

  private static final int DEEPEST_EXPRESSION = 4;
  private static final int DEEPEST_BLOCK = 3;
  private static final int LONGEST_BLOCK = 4;
  private static final int REUSE = 4;

  /**
   * Where a text stands.
   *
   * @param places what may stand here besides the usual
   * @param blocks how many blocks it lies in
   * @param function how many functions it lies in
   * @param depth how many expressions it lies in
   */
  private record Context(Set<String> places, int blocks, int function, int depth) {

    Context deeper() {
      return new Context(places, blocks, function, depth + 1);
    }

    Context block(String kind) {
      Set<String> inside = new TreeSet<>(places);
      List<String> own = BLOCKS.getOrDefault(kind, List.of());
      boolean isFunction = own.contains("function");
      if (isFunction) {
        inside.clear();
      } else if (kind.equals("last")) {
        inside.remove("loop");
      }
      inside.addAll(own);
      return new Context(inside, blocks + 1, isFunction ? function + 1 : function, 0);
    }
  }

  private final Grammar grammar;
  private final Random random;
  private final Names names = new Names();

  private ProgramWriter(Grammar grammar, long seed) {
    this.grammar = grammar;
    random = new Random(seed);
  }

  static String program(Grammar grammar, long seed) {
    return text(grammar, "program", seed) + "\n";
  }

  /** A text of any kind. */
  static String text(Grammar grammar, String kind, long seed) {
    Context outside = new Context(Set.of(), 0, 0, 0);
    return new ProgramWriter(grammar, seed).expand(kind, outside);
  }

  private String expand(String kind, Context context) {
    Variant variant = choose(kind, context);
    Map<String, String> own = new HashMap<>();
    List<Names.Name> after = new ArrayList<>();
    StringBuilder out = new StringBuilder();
    for (Piece piece : variant.pieces()) {
      if (piece instanceof Text text) {
        out.append(text.text());
      } else if (piece instanceof Hole hole) {
        out.append(fill(hole, context, own, after).replace("\n", "\n" + indent(out)));
      }
    }
    names.forget(own.values());
    after.forEach(names::add);
    return out.toString();
  }

  /** The spaces that the last line begins with. */
  private static String indent(StringBuilder out) {
    int start = out.lastIndexOf("\n") + 1;
    int end = start;
    while (end < out.length() && out.charAt(end) == ' ') {
      end++;
    }
    return out.substring(start, end);
  }

  private Variant choose(String kind, Context context) {
    List<Variant> eligible = grammar.variants(kind).stream().filter(v -> fits(v, context)).toList();
    if (context.depth() >= DEEPEST_EXPRESSION) {
      int least = eligible.stream().mapToInt(grammar::height).min().orElse(0);
      eligible = eligible.stream().filter(v -> grammar.height(v) == least).toList();
    }
    if (eligible.isEmpty()) {
      throw new IllegalStateException("nothing fits where there must be a text of kind " + kind);
    }
    int at = random.nextInt(eligible.stream().mapToInt(Variant::weight).sum());
    for (Variant variant : eligible) {
      at -= variant.weight();
      if (at < 0) {
        return variant;
      }
    }
    throw new IllegalStateException("the weights do not add up of kind " + kind);
  }

  private boolean fits(Variant variant, Context context) {
    return (variant.place().isEmpty() || context.places().contains(variant.place()))
        && (context.blocks() < DEEPEST_BLOCK || !variant.nests())
        && variant.pieces().stream()
            .allMatch(piece -> !(piece instanceof Hole hole) || canSee(hole, context));
  }

  private boolean canSee(Hole hole, Context context) {
    return switch (hole.verb()) {
      case "var" -> names.has(hole.kind(), 0);
      case "set" -> names.has(hole.kind(), context.function());
      default -> true;
    };
  }

  private String fill(Hole hole, Context context, Map<String, String> own, List<Names.Name> after) {
    String kind = hole.kind();
    return switch (hole.verb()) {
      case "" -> own.containsKey(kind) ? own.get(kind) : filled(hole, context);
      case "var" -> names.any(kind, 0, random);
      case "set" -> names.any(kind, context.function(), random);
      case "new" -> declare(after, local(kind, context.function()), kind, context.function());
      case "lines" -> lines(hole, context);
      default -> name(hole, context.function(), own, after);
    };
  }

  private String filled(Hole hole, Context context) {
    if (!hole.isBlock()) {
      return expand(hole.kind(), context.deeper());
    }
    int mark = names.mark();
    String text = lines("stmt", 1, LONGEST_BLOCK, context.block(hole.kind()));
    names.restore(mark);
    return text;
  }

  /** Gives a name to what the variant speaks of more than once. */
  private String name(Hole hole, int function, Map<String, String> own, List<Names.Name> after) {
    String kind = hole.kind();
    String text = names.fresh(kind);
    own.put(hole.words().get(1), text);
    if (hole.verb().equals("def")) {
      return declare(after, text, kind, function);
    }
    names.add(new Names.Name(text, kind, hole.verb().equals("arg") ? function + 1 : function));
    return "";
  }

  private String declare(List<Names.Name> after, String text, String kind, int function) {
    after.add(new Names.Name(text, kind, function));
    return text;
  }

  private String local(String kind, int function) {
    boolean again = names.has(kind, function) && random.nextInt(REUSE) == 0;
    return again ? names.any(kind, function, random) : names.fresh(kind);
  }

  private String lines(Hole hole, Context context) {
    int least = Integer.parseInt(hole.words().get(2));
    int most = Integer.parseInt(hole.words().get(3));
    return lines(hole.kind(), least, most, context);
  }

  private String lines(String kind, int least, int most, Context context) {
    return IntStream.range(0, least + random.nextInt(most - least + 1))
        .mapToObj(line -> expand(kind, context))
        .collect(Collectors.joining("\n"));
  }
}
