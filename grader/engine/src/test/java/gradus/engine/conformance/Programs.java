package gradus.engine.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes random programs, runs each on a CPython 3.6 and on the engine, and compares what they
 * print, what they say of errors and how they end; shows the shortest form of those that differ.
 *
 * <p>Arguments: the interpreter; the folder of programs.grammar; a seed and a number of programs;
 * the file the summary is written to.
 */
public final class Programs {

  private static final int SHOWN = 10;
  private static final int TRIES = 1200;
  private static final Pattern UNCOMPILED =
      Pattern.compile("(?:Syntax|Indentation|Tab)Error: .*\n$");
  private static final long SEEDS = 1_000_000;

  private final Grammar grammar;
  private final ProgramRuns runs;
  private final Tally outputs = new Tally("stdout");
  private final Tally statuses = new Tally("exit status");
  private final Tally errors = new Tally("tracebacks");
  private final Tally all = new Tally("programs");
  private final List<String> tooLong = new ArrayList<>();
  private int shown;

  private Programs(Grammar grammar, ProgramRuns runs) {
    this.grammar = grammar;
    this.runs = runs;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path scripts = Path.of(args[1]);
    ProgramRuns runs = new ProgramRuns(args[0]);
    Programs programs = new Programs(Grammar.read(scripts.resolve("programs.grammar")), runs);
    long first = Long.parseLong(args[2]) * SEEDS;
    programs.compare(first, Integer.parseInt(args[3]));
    programs.report(args[2], Path.of(args[4]));
    runs.close();
  }

  /** A program that runs too long there is replaced by one more at the end. */
  private void compare(long first, int count) throws IOException, InterruptedException {
    for (long seed = first; seed < first + count + tooLong.size(); seed++) {
      compare(seed);
    }
  }

  private void compare(long seed) throws IOException, InterruptedException {
    String program = ProgramWriter.program(grammar, seed);
    Optional<Outcome> there = runs.there(program);
    if (there.isEmpty()) {
      tooLong.add("program %d, which runs too long there, is replaced".formatted(seed));
      return;
    }
    Outcome wanted = there.get();
    Outcome found = runs.here(program);
    all.count(found.equals(wanted));
    outputs.count(found.out().equals(wanted.out()));
    statuses.count(found.status() == wanted.status());
    errors.count(found.err().equals(wanted.err()));
    if (!found.equals(wanted) && shown++ < SHOWN) {
      show(seed, Shrinker.shrink(program, TRIES, this::differs));
    }
  }

  private boolean differs(String program) {
    try {
      Optional<Outcome> wanted = runs.there(program);
      // What does not compile any more differs for another reason.
      return wanted.isPresent()
          && !UNCOMPILED.matcher(wanted.get().err()).find()
          && !runs.here(program).equals(wanted.get());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void show(long seed, String program) throws IOException, InterruptedException {
    String difference =
        runs.there(program).map(runs.here(program)::differenceTo).orElse("runs too long there");
    System.out.printf("-- program %d differs in %s%n%s%n", seed, difference, program);
  }

  private void report(String seed, Path summary) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("random programs   identical      of    share   with seed " + seed);
    for (Tally tally : List.of(outputs, statuses, errors, all)) {
      lines.add(tally.toString());
    }
    lines.add("frames of CPython's own codecs, which are native here, are left out");
    lines.addAll(tooLong);
    lines.forEach(System.out::println);
    Files.write(summary, lines);
  }
}
