package gradus.engine.layout;

import static gradus.engine.layout.CType.pointer;
import static gradus.engine.layout.CType.unsigned;

/**
 * The structs of Julia 1's arrays (julia.h), to set beside Python's. Eight bytes before each object
 * lies its type tag; they are not part of the struct.
 */
public final class JuliaStructs {

  /** Bytes of the tag before an object: a pointer to its type. */
  public static final int TAG = 8;

  /** An array of one dimension; its items lie elsewhere. */
  public static final Struct ARRAY =
      Struct.named("jl_array_t")
          .field(pointer("void *"), "data")
          .field(unsigned("size_t", 8), "length")
          .field(unsigned("uint16_t", 2), "flags")
          .field(unsigned("uint16_t", 2), "elsize")
          .field(unsigned("uint32_t", 4), "offset")
          .field(unsigned("size_t", 8), "nrows")
          .field(unsigned("size_t", 8), "maxsize")
          .build();

  /** A number in a box: its eight bytes, whatever its type. */
  public static final Struct BOX =
      Struct.named("jl_box").field(CType.signed("int64_t", 8), "value").build();

  private JuliaStructs() {}
}
