package gradus.engine.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a test may import. A test belongs to the first tier in which CPython passes it with nothing
 * else to be had; so the tiers follow from the tests themselves.
 */
final class Tiers {

  static final List<String> A =
      List.of("builtins", "sys", "types", "dis", "opcode", "inspect", "ctypes", "__future__");

  static final List<String> B =
      Stream.concat(
              A.stream(),
              Stream.of(
                  "itertools",
                  "operator",
                  "functools",
                  "collections",
                  "gc",
                  "weakref",
                  "copy",
                  "math",
                  "struct",
                  "io",
                  "random",
                  "re",
                  "contextlib"))
          .toList();

  private Tiers() {}
}
