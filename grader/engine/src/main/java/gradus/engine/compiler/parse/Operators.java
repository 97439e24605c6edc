package gradus.engine.compiler.parse;

import java.util.Optional;

/** Reads operators and delimiters: the longest that fits. */
final class Operators {
  private Operators() {}

  static NodeType scan(Reader reader, int first) {
    int second = reader.next();
    Optional<NodeType> two = lookUp(first, second);
    if (two.isPresent()) {
      int third = reader.next();
      Optional<NodeType> three = lookUp(first, second, third);
      if (three.isEmpty()) {
        reader.back(third);
      }
      return three.orElse(two.get());
    }
    reader.back(second);
    return lookUp(first).orElse(NodeType.OP);
  }

  private static Optional<NodeType> lookUp(int... bytes) {
    StringBuilder text = new StringBuilder(3);
    for (int b : bytes) {
      if (b <= ' ' || b > '~') {
        return Optional.empty();
      }
      text.append((char) b);
    }
    return NodeType.ofText(text.toString());
  }
}
