package gradus.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lesson of {@link TinySuite}, and sources to submit to it. */
final class TinyLesson {
  private static final String YAML =
      """
      id: tiny
      title: A tiny lesson
      package: lessons.dynamicarrays
      tasks:
        - {id: rule, title: The rule, points: 40, files: [Growth.java]}
        - {id: array, title: The array, points: 60, files: [GrowingArray.java]}
      forbidden: [java.util.ArrayList]
      limits: {checkSeconds: 1, heapMegabytes: 64}
      """;

  /** A right array; the rule it is made with does not matter. */
  static final String ARRAY =
      """
      package lessons.dynamicarrays;

      import gradus.kit.dynamicarrays.CapacityRule;
      import gradus.kit.dynamicarrays.DynamicArray;

      final class GrowingArray implements DynamicArray {
        private long[] items = {};

        GrowingArray(CapacityRule rule) {}

        public void append(long value) {
          items = java.util.Arrays.copyOf(items, items.length + 1);
          items[items.length - 1] = value;
        }
        public void extend(long[] values) {}
        public void clear() {}
        public long get(int index) { return items[index]; }
        public void set(int index, long value) {}
        public int size() { return items.length; }
        public int allocated() { return items.length; }
        public long copies() { return 0; }
        public long reallocs() { return 0; }
        public long[] items() { return items; }
      }
      """;

  private TinyLesson() {}

  /** Writes the lesson into a folder of exercises. */
  static Path write(Path exercises) throws IOException {
    Path folder = Files.createDirectories(exercises.resolve("tiny"));
    Files.writeString(folder.resolve("lesson.yaml"), YAML);
    return exercises;
  }

  /** A rule whose one method has this body, on line 5. */
  static String rule(String body) {
    return """
    package lessons.dynamicarrays;

    final class Growth implements gradus.kit.dynamicarrays.CapacityRule {
      public long capacity(long size, long allocated, long newSize) {
        BODY
      }
    }
    """
        .replace("BODY", body);
  }

  /** Puts a source into a submission. */
  static void submit(Path submission, String file, String source) throws IOException {
    Path folder = submission.resolve("tiny/src/main/java/lessons/dynamicarrays");
    Files.writeString(Files.createDirectories(folder).resolve(file), source);
  }
}
