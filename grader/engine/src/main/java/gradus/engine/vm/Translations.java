package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Space;
import gradus.engine.translate.FrameShape;
import gradus.engine.translate.Source;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which code objects are translated, and when: those that run often, where nobody watches single
 * instructions.
 */
final class Translations {

  private static final int RECENT = 1 << 10;
  private static final int HOT = 2_000;

  private final Space py;
  private final Memory memory;
  private final Map<Long, CodeHeat> all = new HashMap<>();
  private final CodeHeat[] recent = new CodeHeat[RECENT];
  private int threshold = HOT;
  private boolean stopped;

  Translations(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** Lets the interpreter run everything from now on. */
  void stop() {
    stopped = true;
    all.values().forEach(CodeHeat::refuse);
  }

  /** How hot a code object has to be. */
  int threshold() {
    return threshold;
  }

  void threshold(int heat) {
    threshold = heat;
  }

  boolean isStopped() {
    return stopped;
  }

  /** How often a code object has run. */
  CodeHeat of(long code) {
    int index = (int) (code >>> 4) & RECENT - 1;
    CodeHeat known = recent[index];
    if (known != null && known.code == code) {
      return known;
    }
    CodeHeat found = all.computeIfAbsent(code, key -> new CodeHeat(this, key));
    if (stopped) {
      found.refuse();
    }
    recent[index] = found;
    return found;
  }

  /** Forgets a code object that is no more. */
  void forget(long code) {
    all.remove(code);
    int index = (int) (code >>> 4) & RECENT - 1;
    CodeHeat known = recent[index];
    if (known != null && known.code == code) {
      recent[index] = new CodeHeat(this, 0);
    }
  }

  @Nullable TranslatedCode translate(long code) {
    return TranslatedClass.of(source(code))
        .map(
            found ->
                found.instance(items(code, CodeObjects.CONSTS), items(code, CodeObjects.NAMES)))
        .orElse(null);
  }

  private Source source(long code) {
    long bytes = memory.load64(code + CodeObjects.CODE);
    int locals = memory.load32(code + CodeObjects.NLOCALS);
    int cells =
        py.tuples.size(memory.load64(code + CodeObjects.CELLVARS))
            + py.tuples.size(memory.load64(code + CodeObjects.FREEVARS));
    return new Source(
        ByteBuffer.wrap(py.bytes.content(bytes)),
        arguments(code),
        new Source.Sizes(
            py.tuples.size(memory.load64(code + CodeObjects.CONSTS)),
            py.tuples.size(memory.load64(code + CodeObjects.NAMES)),
            locals,
            memory.load32(code + CodeObjects.STACKSIZE)),
        new FrameShape(Frames.FAST, Frames.FAST + 8 * (locals + cells)));
  }

  private long[] items(long code, int field) {
    long tuple = memory.load64(code + field);
    long[] items = new long[py.tuples.size(tuple)];
    for (int index = 0; index < items.length; index++) {
      items[index] = py.tuples.get(tuple, index);
    }
    return items;
  }

  /** An argument that a closure shares lies in its cell instead. */
  private BitSet arguments(long code) {
    BitSet arguments = new BitSet();
    if (memory.load64(code + CodeObjects.CELL2ARG) == 0) {
      arguments.set(0, memory.load32(code + CodeObjects.ARGCOUNT));
    }
    return arguments;
  }
}
