package gradus.engine.process;

import gradus.engine.layout.JuliaStructs;
import gradus.engine.memory.Memory;

/**
 * What Julia's arrays share: a {@code jl_array_t} that says where the elements are, and how many.
 */
abstract class JuliaArray implements NumberArray {

  /** Of a value as of a pointer to one. */
  static final int ELEMENT = Long.BYTES;

  final Memory memory;
  private final long array;

  JuliaArray(Memory memory, long array) {
    this.memory = memory;
    this.array = array;
  }

  /** The address of its {@code jl_array_t}. */
  public long address() {
    return array;
  }

  /** The address of an element. */
  final long place(int index) {
    return memory.load64(array) + (long) ELEMENT * index;
  }

  @Override
  public int length() {
    return (int) memory.load64(array + JuliaStructs.ARRAY.offset("length"));
  }

  @Override
  public void readHeader(AccessListener listener) {
    listener.accessed(array + JuliaStructs.ARRAY.offset("data"), Long.BYTES);
    listener.accessed(array + JuliaStructs.ARRAY.offset("length"), Long.BYTES);
  }

  /** The bytes of the header, with its tag, and of the elements. */
  final long ownFootprint() {
    return (long) JuliaStructs.TAG + JuliaStructs.ARRAY.size() + (long) ELEMENT * length();
  }
}
