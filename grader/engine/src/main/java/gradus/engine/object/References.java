package gradus.engine.object;

import gradus.engine.layout.Structs;
import gradus.engine.memory.Memory;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reference counts: each holder of an object's address counts one, and the last one to let go ends
 * the object.
 */
public final class References {

  static final int COUNT = Structs.OBJECT_HEAD.offset("ob_refcnt");
  public static final int TYPE = Structs.OBJECT_HEAD.offset("ob_type");
  private static final int DEEPEST = 500;
  private static final int DEALLOC = Structs.TYPE_OBJECT.offset("tp_dealloc");

  private final Memory memory;
  private final NativeCode code;
  private final Deque<Long> waiting = new ArrayDeque<>();
  private int depth;

  // Numbers die most often: their ends are known without a look-up, so that HotSpot can inline
  // them.
  private long intType;
  private long floatType;
  private Destructor intDestructor = TypeSpec.NEVER_ENDS;
  private Destructor floatDestructor = TypeSpec.NEVER_ENDS;

  References(Memory memory, NativeCode code) {
    this.memory = memory;
    this.code = code;
  }

  public long count(long object) {
    return memory.load64(object + COUNT);
  }

  public long typeOf(long object) {
    return memory.load64(object + TYPE);
  }

  public void incref(long object) {
    memory.add64(object + COUNT, 1);
  }

  public void decref(long object) {
    if (memory.add64(object + COUNT, -1) == 0) {
      dealloc(object);
    }
  }

  /** Writes the head of a new object, to which the caller holds the only reference. */
  void initialise(long object, long type) {
    memory.store64(object + COUNT, 1);
    memory.store64(object + TYPE, type);
  }

  /** Writes the head of an object that is taken from a free list. */
  public void reinitialise(long object, long type) {
    initialise(object, type);
  }

  /** Names the type of ints and how they end. */
  void intsEnd(long type, Destructor destructor) {
    intType = type;
    intDestructor = destructor;
  }

  /** Names the type of floats and how they end. */
  void floatsEnd(long type, Destructor destructor) {
    floatType = type;
    floatDestructor = destructor;
  }

  /** Ends an object whose count is 0. */
  public void dealloc(long object) {
    long type = typeOf(object);
    if (type == intType) {
      intDestructor.dealloc(object);
    } else if (type == floatType) {
      floatDestructor.dealloc(object);
    } else {
      endOthers(object);
    }
  }

  /** Where one end leads to the next too deeply, the next waits its turn. */
  private void endOthers(long object) {
    if (depth >= DEEPEST) {
      waiting.addLast(object);
      return;
    }
    depth++;
    try {
      end(object);
      while (depth == 1 && !waiting.isEmpty()) {
        end(waiting.removeLast());
      }
    } finally {
      depth--;
    }
  }

  private void end(long object) {
    code.destructor(memory.load64(typeOf(object) + DEALLOC)).dealloc(object);
  }
}
