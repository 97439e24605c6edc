package gradus.engine.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Times small programs on a CPython 3.6 and on the engine, a round here, a round there, and prints
 * how many times as long the engine takes.
 *
 * <p>Each side runs all rounds of a program in one process, and times what the program itself does:
 * compiling and running, not starting up; in processor time of the thread that runs it, so that a
 * busy machine does not matter much. Rounds come before those that count until the Java compiler
 * has seen the program often enough. There is no committed page: times differ.
 *
 * <p>Arguments: the interpreter; the folder that speed/ is in; a seed, not used; how many rounds
 * count.
 */
public final class Speed {

  private static final int WARM_UP = 50;

  private final String python;
  private final Path folder;
  private final int rounds;
  private double product = 1;
  private double worst;

  private Speed(String python, Path folder, int rounds) {
    this.python = python;
    this.folder = folder;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]).resolve("speed");
    new Speed(args[0], folder, Integer.parseInt(args[3])).compare();
  }

  private void compare() throws IOException {
    System.out.printf(
        "speed             CPython     engine    ratio   processor time, median of %d rounds in one"
            + " process each after %d that do not count%n",
        rounds, WARM_UP);
    List<Path> programs = programs();
    for (Path program : programs) {
      time(program);
    }
    System.out.printf(
        "%-37s%6.2f   worst %.2f%n",
        "geometric mean", Math.pow(product, 1.0 / programs.size()), worst);
  }

  private List<Path> programs() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".py") && !file.endsWith("timer.py"))
          .sorted()
          .toList();
    }
  }

  private void time(Path program) throws IOException {
    double[] here = new double[rounds];
    double[] there = new double[rounds];
    byte[] source = Files.readAllBytes(program);
    try (TimedPython real = new TimedPython(python, folder.resolve("timer.py"), program)) {
      for (int round = -WARM_UP; round < rounds; round++) {
        TimedRun expected = real.round();
        TimedRun actual = TimedRun.ofEngine(program.toString(), source);
        if (!actual.output().equals(expected.output())) {
          throw new IllegalStateException("%s prints %s here".formatted(program, actual.output()));
        }
        if (round >= 0) {
          here[round] = actual.seconds();
          there[round] = expected.seconds();
        }
      }
    }
    report(String.valueOf(program.getFileName()), median(there), median(here));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private void report(String program, double there, double here) {
    double ratio = here / there;
    product *= ratio;
    worst = Math.max(worst, ratio);
    String name = program.substring(0, program.length() - 3);
    System.out.printf("%-15s %6.1f ms  %6.1f ms   %6.2f%n", name, 1e3 * there, 1e3 * here, ratio);
  }
}
