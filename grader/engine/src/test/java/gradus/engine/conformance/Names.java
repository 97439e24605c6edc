package gradus.engine.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** The variables that can be seen at one place of a program that is being written. */
final class Names {

  /** A variable of a function that lies so deep in others. */
  record Name(String text, String kind, int depth) {}

  private final List<Name> visible = new ArrayList<>();
  private int made;

  /** A name that the program does not have yet; its first letters tell what it holds. */
  String fresh(String kind) {
    made++;
    return kind + made;
  }

  void add(Name name) {
    visible.add(name);
  }

  int mark() {
    return visible.size();
  }

  /** Forgets the names since a mark. */
  void restore(int mark) {
    visible.subList(mark, visible.size()).clear();
  }

  /** Forgets names wherever they stand. */
  void forget(Collection<String> texts) {
    visible.removeIf(name -> texts.contains(name.text()));
  }

  boolean has(String kind, int depth) {
    return visible.stream().anyMatch(name -> fits(name, kind, depth));
  }

  /** One of a kind that lies no less deep than told. */
  String any(String kind, int depth, Random random) {
    List<Name> fitting = visible.stream().filter(name -> fits(name, kind, depth)).toList();
    return fitting.get(random.nextInt(fitting.size())).text();
  }

  private static boolean fits(Name name, String kind, int depth) {
    return name.kind().equals(kind) && name.depth() >= depth;
  }
}
