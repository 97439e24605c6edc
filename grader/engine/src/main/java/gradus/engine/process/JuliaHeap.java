package gradus.engine.process;

import gradus.engine.layout.JuliaStructs;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;

/**
 * Where Julia's objects lie: pages from malloc, cut one after the other, each object aligned to 16
 * bytes with its type's tag right before it.
 *
 * <pre>
 *   page  +8  tag  +16  object  …  tag  object
 * </pre>
 */
public final class JuliaHeap {

  private static final long PAGE = 16 * 1024;
  private static final long ALIGNMENT = 16;

  private final Memory memory;
  private final Allocator allocator;
  private final long float64;
  private final long int64;
  private final long realVector;
  private final long float64Vector;
  private long next;
  private long end;

  /** A heap with its types, for arrays. */
  public JuliaHeap(Memory memory, Allocator allocator) {
    this.memory = memory;
    this.allocator = allocator;
    long dataType = allocate(0, JuliaStructs.TAG);
    float64 = allocate(dataType, JuliaStructs.TAG);
    int64 = allocate(dataType, JuliaStructs.TAG);
    realVector = allocate(dataType, JuliaStructs.TAG);
    float64Vector = allocate(dataType, JuliaStructs.TAG);
  }

  /** The address of the type Float64. */
  public long float64() {
    return float64;
  }

  /** The address of the type Int64. */
  public long int64() {
    return int64;
  }

  /** The address of the type Vector{Real}. */
  public long realVector() {
    return realVector;
  }

  /** The address of the type Vector{Float64}. */
  public long float64Vector() {
    return float64Vector;
  }

  /** A new box with a Float64 or, for a Long, an Int64 in it. */
  long box(Number number) {
    boolean whole = number instanceof Long;
    long box = allocate(whole ? int64 : float64, JuliaStructs.BOX.size());
    long bits = whole ? number.longValue() : Double.doubleToRawLongBits(number.doubleValue());
    memory.store64(box, bits);
    return box;
  }

  /** A new array over items that lie elsewhere. */
  long array(long type, long data, int length) {
    long array = allocate(type, JuliaStructs.ARRAY.size());
    memory.store64(array + JuliaStructs.ARRAY.offset("data"), data);
    for (String field : new String[] {"length", "nrows", "maxsize"}) {
      memory.store64(array + JuliaStructs.ARRAY.offset(field), length);
    }
    memory.store16(array + JuliaStructs.ARRAY.offset("elsize"), Long.BYTES);
    return array;
  }

  /** Room for items, eight bytes each. */
  long items(int length) {
    return allocator.malloc((long) Long.BYTES * length);
  }

  Memory memory() {
    return memory;
  }

  private long allocate(long type, long size) {
    long whole = (size + JuliaStructs.TAG + ALIGNMENT - 1) & -ALIGNMENT;
    if (end - next < whole) {
      long page = allocator.malloc(PAGE);
      if (page == Allocator.NULL) {
        throw new IllegalStateException("no memory for another page of Julia's objects");
      }
      next = page + ALIGNMENT;
      end = page + PAGE;
    }
    long object = next;
    next += whole;
    memory.store64(object - JuliaStructs.TAG, type);
    return object;
  }
}
