package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Space;
import java.util.Set;

/**
 * Warnings of the interpreter's own: each is shown once for the line that caused it
 * (Python/_warnings.c with 3.6's default filters).
 */
public final class Warnings {

  private static final Set<String> IGNORED =
      Set.of(
          "DeprecationWarning",
          "PendingDeprecationWarning",
          "ImportWarning",
          "BytesWarning",
          "ResourceWarning");
  private static final String REGISTRY = "__warningregistry__";

  /** Shows a warning to whoever reads the program's errors. */
  @FunctionalInterface
  public interface Sink {
    void show(String filename, int line, String category, String text);
  }

  private final Machine machine;
  private final Space py;
  private final Memory memory;
  private Sink sink = (filename, line, category, text) -> {};

  Warnings(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
  }

  /** Says where warnings go. */
  public void to(Sink newSink) {
    sink = newSink;
  }

  /** Warns of what the running line does. */
  public void warn(String category, String text) {
    if (IGNORED.contains(category)) {
      return;
    }
    long frame = machine.thread.frame();
    String filename = "sys";
    int line = 1;
    if (frame != 0) {
      long code = memory.load64(frame + Frames.CODE);
      filename = py.texts.strText(memory.load64(code + CodeObjects.FILENAME));
      line = machine.frames.line(frame);
    }
    if (isNew(registry(), category, text, line)) {
      sink.show(filename, line, category, text);
    }
  }

  /** The running module's register of what was shown, borrowed. */
  private long registry() {
    long globals = machine.globals();
    long namespace = globals != 0 ? globals : machine.modules.dict(machine.modules.find("sys"));
    long registry = py.dicts.getName(namespace, py.names.of(REGISTRY));
    if (registry != 0 && py.dicts.is(registry)) {
      return registry;
    }
    registry = py.dicts.create();
    long version = py.ints.of(0);
    py.dicts.setName(registry, "version", version);
    py.decref(version);
    py.dicts.setName(namespace, REGISTRY, registry);
    py.decref(registry);
    return registry;
  }

  private boolean isNew(long registry, String category, String text, int line) {
    long message = py.strs.of(text);
    long number = py.ints.of(line);
    long key = py.tuples.of(message, py.exceptions.type(category), number);
    py.decref(message);
    py.decref(number);
    try {
      boolean known = py.dicts.contains(registry, key);
      py.dicts.set(registry, key, py.yes);
      return !known;
    } finally {
      py.decref(key);
    }
  }
}
