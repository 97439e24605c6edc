package gradus.engine.conformance;

import gradus.engine.layout.ListGrowth;
import gradus.engine.layout.ObjectLayout;
import gradus.engine.lib.Python;
import gradus.engine.lib.Streams;
import gradus.engine.vm.LimitExceeded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs files of CPython's tests on the engine, each in a process of its own. A test that hangs or
 * that breaks the engine costs itself only: the rest runs in a new process.
 */
final class EngineRun {

  private static final long MEMORY = 1L << 29;
  private static final long STACK = 1L << 29;
  private static final long OUTPUT = 1L << 24;
  private static final int TRIES = 100;
  private static final int FRAMES_SHOWN = 12;

  private final Path shim;
  private final Path tests;
  private final ObjectLayout layout;

  EngineRun(Path shim, Path tests, ObjectLayout layout) {
    this.shim = shim;
    this.tests = tests;
    this.layout = layout;
  }

  List<TestRow> run(TestFile file) throws IOException, InterruptedException {
    byte[] driver = Files.readAllBytes(shim.resolve("driver.py"));
    Set<String> done = new HashSet<>();
    List<TestRow> rows = new ArrayList<>();
    for (int tries = 0; tries < TRIES; tries++) {
      EngineHost host = attempt(file, driver, done, rows);
      host.rows().forEach(row -> done.add(row.test()));
      rows.addAll(0, host.rows());
      if (host.finished() || !done.add(host.label()) || host.label().isEmpty()) {
        break;
      }
    }
    return rows;
  }

  /** Runs the tests up to the end or to one that breaks the process, for which a row is added. */
  private EngineHost attempt(TestFile file, byte[] driver, Set<String> done, List<TestRow> rows)
      throws InterruptedException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams = new Streams(new ByteArrayOutputStream(), err, OUTPUT);
    Python python = new Python(layout, ListGrowth.CPYTHON_36, MEMORY, streams);
    EngineHost host = new EngineHost(python, file, shim.toString(), tests.toString(), done);
    python.importFrom(shim, tests);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, () -> python.runFile("driver.py", driver), "python", STACK);
    thread.setUncaughtExceptionHandler((which, thrown) -> failure.set(thrown));
    thread.setDaemon(true);
    thread.start();
    while (thread.isAlive() && host.running() < 2 * EngineHost.MILLIS) {
      thread.join(20);
    }
    if (!host.finished()) {
      rows.add(broken(host.label(), failure.get(), thread, err));
    }
    return host;
  }

  private static TestRow broken(
      String label, @Nullable Throwable failure, Thread thread, ByteArrayOutputStream err) {
    if (failure == null) {
      String said = err.toString(StandardCharsets.UTF_8);
      String last = said.strip().substring(said.strip().lastIndexOf('\n') + 1);
      return thread.isAlive()
          ? new TestRow(label, "hang", "hangs in native code", frames(thread.getStackTrace()))
          : new TestRow(label, "crash", "the process ended: " + last, said);
    }
    if (failure instanceof LimitExceeded) {
      return new TestRow(label, "hang", String.valueOf(failure.getMessage()), "");
    }
    String text = "Java: " + failure + at(failure);
    return new TestRow(label, "crash", text, frames(failure.getStackTrace()));
  }

  private static String at(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  private static String frames(StackTraceElement... trace) {
    StringBuilder out = new StringBuilder();
    for (int index = 0; index < Math.min(trace.length, FRAMES_SHOWN); index++) {
      out.append(trace[index]).append('\n');
    }
    return out.toString();
  }
}
