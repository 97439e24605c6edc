package gradus.engine.object;

import gradus.engine.memory.Memory;
import gradus.engine.memory.Segment;

/**
 * The thread's C stack as far as native code keeps arrays of arguments on it. It grows downwards
 * from the end of its segment's mapped part.
 */
final class NativeStack {

  private static final long SIZE = 1 << 20;

  private final Memory memory;
  private final long limit;
  private long top;

  NativeStack(Memory memory) {
    this.memory = memory;
    limit = Segment.STACK.base();
    memory.map(Segment.STACK, SIZE);
    top = limit + SIZE;
  }

  /** The address of an array of so many pointers, to be given back by {@link #pop}. */
  public long push(int pointers) {
    long address = top - 8L * pointers;
    if (address < limit) {
      throw Raise.of("RecursionError", "maximum recursion depth exceeded");
    }
    top = address;
    return address;
  }

  /** The address of an array of these values. */
  public long push(long first) {
    long array = push(1);
    memory.store64(array, first);
    return array;
  }

  /** The address of an array of these values. */
  public long push(long first, long second) {
    long array = push(2);
    memory.store64(array, first);
    memory.store64(array + 8, second);
    return array;
  }

  /** Gives back what was pushed last. */
  public void pop(int pointers) {
    top += 8L * pointers;
  }
}
