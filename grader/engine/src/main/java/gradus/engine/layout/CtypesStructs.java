package gradus.engine.layout;

import static gradus.engine.layout.CType.pointer;

/** The structs of the module {@code ctypes} (Modules/_ctypes/ctypes.h). */
public final class CtypesStructs {

  /**
   * A piece of C data: where it lies, and room for it if it is small. The room is a union with a
   * long double in it, and aligned as that asks.
   */
  public static final Struct DATA =
      ObjectStructs.object("CDataObject")
          .field(pointer("char *"), "b_ptr")
          .field(CTypes.INT, "b_needsfree")
          .field(pointer("CDataObject *"), "b_base")
          .fields(CTypes.SSIZE, "b_size", "b_length", "b_index")
          .field(CTypes.OBJECT, "b_objects")
          .field(new CType("union value", 16, CType.Kind.UNSIGNED), "b_value")
          .build();

  /** A function that C code could call. */
  public static final Struct FUNCTION =
      DATA.extendedAs("PyCFuncPtrObject")
          .field(pointer("CThunkObject *"), "thunk")
          .fields(
              CTypes.OBJECT,
              "callable",
              "converters",
              "argtypes",
              "restype",
              "checker",
              "errcheck",
              "paramflags")
          .build();

  /** A field of a structure or union. */
  public static final Struct FIELD =
      ObjectStructs.object("CFieldObject")
          .fields(CTypes.SSIZE, "offset", "size", "index")
          .field(CTypes.OBJECT, "proto")
          .field(pointer("GETFUNC"), "getfunc")
          .field(pointer("SETFUNC"), "setfunc")
          .field(CTypes.INT, "anonymous")
          .build();

  /** An argument of a C function, as {@code byref} makes it. */
  public static final Struct ARGUMENT =
      ObjectStructs.object("PyCArgObject")
          .field(pointer("ffi_type *"), "pffi_type")
          .field(CTypes.CHAR, "tag")
          .field(new CType("union value", 16, CType.Kind.UNSIGNED), "value")
          .field(CTypes.OBJECT, "obj")
          .field(CTypes.INT, "size")
          .build();

  private CtypesStructs() {}
}
