package gradus.engine.object;

import gradus.engine.memory.Segment;
import gradus.engine.memory.SegmentationFault;
import gradus.engine.memory.StaticData;

/**
 * The interpreter's own functions as the simulated process sees them: each has an address in the
 * text segment, and a function pointer read from memory leads back to the Java method.
 *
 * <p>There is a table for each signature, all with the same index. A pointer that is called with a
 * signature it was not defined with finds an empty place.
 */
public final class NativeCode {

  private static final int FUNCTIONS = 1 << 13;
  private static final int SPACING_SHIFT = 4;

  private final long base;
  private final String[] names = new String[FUNCTIONS];
  private final Destructor[] destructors = new Destructor[FUNCTIONS];
  private final Unary[] unaries = new Unary[FUNCTIONS];
  private final Binary[] binaries = new Binary[FUNCTIONS];
  private final Ternary[] ternaries = new Ternary[FUNCTIONS];
  private final Fast[] fasts = new Fast[FUNCTIONS];
  private final Traverse[] traversals = new Traverse[FUNCTIONS];
  private final Wrapper[] wrappers = new Wrapper[FUNCTIONS];
  private int defined;

  NativeCode(StaticData data) {
    base = data.reserve(Segment.TEXT, (long) FUNCTIONS << SPACING_SHIFT, 1 << SPACING_SHIFT);
  }

  private long add(String name) {
    names[defined] = name;
    return base + ((long) defined++ << SPACING_SHIFT);
  }

  private int index(long address) {
    long index = (address - base) >> SPACING_SHIFT;
    if (index < 0 || index >= FUNCTIONS) {
      throw SegmentationFault.jump(address);
    }
    return (int) index;
  }

  /** The address of a new function. */
  long define(Destructor body) {
    destructors[defined] = body;
    return add("dealloc");
  }

  /** The address of a new function. */
  public long defineDestructor(String name, Destructor body) {
    destructors[defined] = body;
    return add(name);
  }

  /** The address of a new function. */
  public long define(String name, Unary body) {
    unaries[defined] = body;
    return add(name);
  }

  /** The address of a new function. */
  public long define(String name, Binary body) {
    binaries[defined] = body;
    return add(name);
  }

  /** The address of a new function. */
  public long define(String name, Ternary body) {
    ternaries[defined] = body;
    return add(name);
  }

  /** The address of a new function. */
  public long define(String name, Fast body) {
    fasts[defined] = body;
    return add(name);
  }

  /** The address of a new function. */
  public long defineTraverse(String name, Traverse body) {
    traversals[defined] = body;
    return add(name);
  }

  /** The address of a new function. */
  long define(String name, Wrapper body) {
    wrappers[defined] = body;
    return add(name);
  }

  /** Gives a function a second way to be called, with arguments from an array. */
  public void alsoFast(long address, Fast body) {
    fasts[index(address)] = body;
  }

  Destructor destructor(long address) {
    return destructors[index(address)];
  }

  public Unary unary(long address) {
    return unaries[index(address)];
  }

  public Binary binary(long address) {
    return binaries[index(address)];
  }

  public Ternary ternary(long address) {
    return ternaries[index(address)];
  }

  public Fast fast(long address) {
    return fasts[index(address)];
  }

  /** Whether a function takes its arguments from an array. */
  public boolean isFast(long address) {
    return fasts[index(address)] != null;
  }

  Traverse traverse(long address) {
    return traversals[index(address)];
  }

  Wrapper wrapper(long address) {
    return wrappers[index(address)];
  }

  /** The name a function was defined with. */
  public String name(long address) {
    return names[index(address)];
  }
}
