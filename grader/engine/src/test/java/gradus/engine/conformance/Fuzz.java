package gradus.engine.conformance;

import gradus.engine.conformance.FuzzInputs.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Feeds the compiler, and the interpreter under limits, with inputs nobody would write, and shows
 * the shortest form of those that bring an exception of Java's to light.
 *
 * <p>Arguments: one that is not used; the folder of programs.grammar; a seed and a number of
 * inputs; the file the summary is written to.
 */
public final class Fuzz {

  private static final int SHOWN = 10;
  private static final int TRIES = 1000;
  private static final long SEEDS = 10_000_000;
  private static final int PROGRESS = 5_000;

  private final FuzzInputs inputs;
  private final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
  private final Tally all = new Tally("inputs");
  private int faults;

  private Fuzz(FuzzInputs inputs) {
    this.inputs = inputs;
    for (Kind kind : Kind.values()) {
      tallies.put(kind, new Tally(kind.toString()));
    }
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    Fuzz fuzz = new Fuzz(inputs(folder));
    fuzz.check(Long.parseLong(args[2]) * SEEDS, Integer.parseInt(args[3]));
    fuzz.report(args[2], Path.of(args[4]));
  }

  private void check(long first, int count) {
    for (int done = 0; done < count; done++) {
      if (done > 0 && done % PROGRESS == 0) {
        System.err.printf("fuzz: %d of %d inputs, %d faults%n", done, count, faults);
      }
      check(first + done);
    }
  }

  /** What damages the programs of the engine's own tests. */
  static FuzzInputs inputs(Path folder) throws IOException {
    Path tests = folder.resolveSibling("src").resolve("test/resources/programs");
    List<String> programs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(tests)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".py")).sorted().toList()) {
        programs.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return new FuzzInputs(Grammar.read(folder.resolve("programs.grammar")), programs);
  }

  private void check(long seed) {
    Kind kind = Kind.values()[(int) (seed % Kind.values().length)];
    byte[] input = inputs.make(kind, new Random(seed));
    Optional<String> fault = FuzzCheck.fault(input, kind.runs());
    all.count(fault.isEmpty());
    tallies.getOrDefault(kind, all).count(fault.isEmpty());
    if (fault.isPresent() && faults++ < SHOWN) {
      show(seed, kind, input, fault.get());
    }
  }

  private static void show(long seed, Kind kind, byte[] input, String fault) {
    // Latin-1 keeps every byte as a character.
    String text = new String(input, StandardCharsets.ISO_8859_1);
    // Shorter texts that hang as well would take their time, each of them.
    boolean hangs = fault.equals(FuzzCheck.HANGS);
    String shortest =
        hangs ? text : Shrinker.shrink(text, TRIES, shorter -> fault(shorter, kind).isPresent());
    String what = hangs ? fault : fault(shortest, kind).orElse("gone");
    System.out.printf("-- input %d, %s: %s%n%s%n", seed, kind, what, shortest);
  }

  private static Optional<String> fault(String text, Kind kind) {
    return FuzzCheck.fault(text.getBytes(StandardCharsets.ISO_8859_1), kind.runs());
  }

  private void report(String seed, Path summary) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("inputs                    no fault      of    share   with seed " + seed);
    tallies.values().forEach(tally -> lines.add(tally.toString()));
    lines.add(all.toString());
    lines.forEach(System.out::println);
    Files.write(summary, lines);
  }
}
