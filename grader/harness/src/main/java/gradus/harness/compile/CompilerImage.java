package gradus.harness.compile;

import gradus.harness.sandbox.ImageSpec;
import gradus.harness.submission.SourceFile;
import gradus.harness.submission.SubmittedLesson;
import gradus.kit.PyError;
import gradus.worker.compile.CompileMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The runtime image of the compiler's process: javac, its main, and the kit to compile against. */
final class CompilerImage {
  static final String PACKAGE = "lessons.sample";

  /** Uses enough of the language that most of javac is loaded when the archive is made. */
  private static final String SAMPLE =
      """
      package lessons.sample;

      import java.util.*;
      import java.util.function.*;

      final class Sample<T extends Comparable<T>> implements Iterable<T> {
        private static final int START = 1 << 3;
        private Object[] items = new Object[START];
        private int size;

        enum Kind { SMALL, LARGE }
        record Pair<A, B>(A first, B second) {}
        interface Shape { default double area() { return 0.5; } }

        void add(T item) {
          if (size == items.length) {
            items = Arrays.copyOf(items, size + (size >> 1) + 1);
          }
          items[size++] = item;
        }

        @SuppressWarnings("unchecked")
        T get(int index) {
          if (index < 0 || index >= size) {
            throw new gradus.kit.PyError("IndexError", "list index " + index + " out of range");
          }
          return (T) items[index];
        }

        String name(Kind kind) {
          return switch (kind) { case SMALL -> "small"; case LARGE -> "large"; };
        }

        long sum(ToLongFunction<? super T> measure) {
          long sum = 0;
          for (T item : this) { sum += measure.applyAsLong(item); }
          do { sum--; } while (sum > 100L);
          try { sum /= size; } catch (ArithmeticException e) { sum = -1; } finally { size = 0; }
          return size > 0 ? sum : -sum;
        }

        List<String> names() {
          List<String> names = new ArrayList<>();
          forEach(item -> names.add(item.toString()));
          names.sort(Comparator.comparing(String::length).thenComparing(Function.identity()));
          return names;
        }

        @Override public Iterator<T> iterator() {
          return new Iterator<>() {
            private int next;
            @Override public boolean hasNext() { return next < size; }
            @Override public T next() { return get(next++); }
          };
        }
      }
      """;

  private static final String BROKEN =
      "package lessons.sample; class Broken { Missing field; int wrong() { return \"text\"; } }";

  /** Little, because a submission may have to wait for it. */
  private static final String EXERCISE =
      """
      package lessons.sample;

      final class Numbers {
        private long[] items = new long[4];
        private int size;

        void add(long item) {
          if (size == items.length) {
            items = java.util.Arrays.copyOf(items, 2 * size);
          }
          items[size++] = item;
        }
      }
      """;

  private CompilerImage() {}

  static ImageSpec spec() {
    return new ImageSpec(
        "compiler",
        List.of("java.base", "jdk.compiler", "jdk.zipfs"),
        List.of(ImageSpec.home(CompileMain.class), ImageSpec.home(PyError.class)),
        new ImageSpec.Training(
            CompileMain.class.getName(), options(), SAMPLE, CompilerImage::train));
  }

  /**
   * javac's options.
   *
   * <p>The jar is the kit, under the name that the image gives the second entry of its class path.
   * The student's classes run on {@code java.base} alone, so they are compiled against nothing
   * else. {@code --release} costs time and changes nothing on the release that it names.
   */
  static List<String> options() {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-g",
                "-XDstringConcat=inline",
                "-Xmaxerrs",
                "1000",
                "-classpath",
                "1.jar"));
    options.addAll(List.of("--limit-modules", "java.base"));
    if (Runtime.version().feature() != 17) {
      options.addAll(List.of("--release", "17"));
    }
    return options;
  }

  private static void train(InputStream replies, OutputStream requests) throws IOException {
    CompileRequest.write(sample(), PACKAGE, requests);
  }

  /** Something to practise with. */
  static SubmittedLesson exercise() {
    SourceFile numbers = new SourceFile("lessons/sample/Numbers.java", EXERCISE);
    return new SubmittedLesson("exercise", List.of(numbers), List.of());
  }

  /** One source that compiles and one that does not. */
  static SubmittedLesson sample() {
    SourceFile sample = new SourceFile("lessons/sample/Sample.java", SAMPLE);
    SourceFile broken = new SourceFile("lessons/sample/Broken.java", BROKEN);
    return new SubmittedLesson("sample", List.of(sample, broken), List.of());
  }
}
