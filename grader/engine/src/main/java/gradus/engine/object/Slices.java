package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;

/** Slice objects, and which indices they mean (Objects/sliceobject.c). */
public final class Slices {

  public static final int START = ObjectStructs.SLICE.offset("start");
  public static final int STOP = ObjectStructs.SLICE.offset("stop");
  public static final int STEP = ObjectStructs.SLICE.offset("step");

  private final Space py;
  private final Memory memory;

  /**
   * The indices a slice means for a sequence of some length.
   *
   * @param count how many there are: start, start + step, …
   */
  public record Range(long start, long stop, long step, long count) {

    /** The characters at these indices. */
    public String pick(String text) {
      if (step == 1) {
        return count == 0 ? "" : text.substring((int) start, (int) (start + count));
      }
      StringBuilder out = new StringBuilder();
      for (long index = 0; index < count; index++) {
        out.append(text.charAt((int) (start + index * step)));
      }
      return out.toString();
    }
  }

  Slices(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** A slice of these three objects. */
  public long of(long start, long stop, long step) {
    long slice = py.create(py.types.slice);
    memory.store64(slice + START, py.own(start));
    memory.store64(slice + STOP, py.own(stop));
    memory.store64(slice + STEP, py.own(step));
    return slice;
  }

  public boolean is(long object) {
    return py.typeOf(object) == py.types.slice;
  }

  /** The indices for a length (PySlice_Unpack, PySlice_AdjustIndices). */
  public Range range(long slice, long length) {
    long step = bound(memory.load64(slice + STEP), 1);
    if (step == 0) {
      throw Raise.valueError("slice step cannot be zero");
    }
    step = Math.max(step, -Long.MAX_VALUE);
    long start = bound(memory.load64(slice + START), step < 0 ? Long.MAX_VALUE : 0);
    long stop = bound(memory.load64(slice + STOP), step < 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
    start = adjust(start, length, step);
    stop = adjust(stop, length, step);
    long count = 0;
    if (step < 0 && stop < start) {
      count = (start - stop - 1) / -step + 1;
    } else if (step > 0 && start < stop) {
      count = (stop - start - 1) / step + 1;
    }
    return new Range(start, stop, step, count);
  }

  /** The step, 1 if there is none. */
  public long step(long slice) {
    return bound(memory.load64(slice + STEP), 1);
  }

  public boolean startIsNone(long slice) {
    return memory.load64(slice + START) == py.none;
  }

  public boolean stopIsNone(long slice) {
    return memory.load64(slice + STOP) == py.none;
  }

  /** The indices as they are written, for what has no length; a negative one lies before it. */
  public Range literal(long slice) {
    long step = step(slice);
    long start = bound(memory.load64(slice + START), 0);
    long stop = bound(memory.load64(slice + STOP), 0);
    long count = step > 0 ? (stop - start + step - 1) / step : (start - stop - step - 1) / -step;
    return new Range(start, stop, step, Math.max(0, count));
  }

  private static long adjust(long index, long length, long step) {
    if (index < 0) {
      long moved = index + length;
      return moved < 0 ? (step < 0 ? -1 : 0) : moved;
    }
    return index >= length ? (step < 0 ? length - 1 : length) : index;
  }

  /** An end of a slice as a number, clipped to what a long holds; None is the default. */
  public long bound(long object, long otherwise) {
    if (object == py.none) {
      return otherwise;
    }
    if (!py.numbers.isIndex(object)) {
      throw Raise.typeError("slice indices must be integers or None or have an __index__ method");
    }
    java.math.BigInteger value = py.numbers.big(object);
    if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    return value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
