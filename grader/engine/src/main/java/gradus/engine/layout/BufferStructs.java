package gradus.engine.layout;

import static gradus.engine.layout.CType.pointer;

/** The structs of the buffer protocol (Include/object.h, Include/memoryobject.h). */
public final class BufferStructs {

  /** How an exporter describes its memory. */
  public static final Struct VIEW = view(Struct.named("Py_buffer")).build();

  /** A buffer that several memoryviews share. */
  public static final Struct MANAGED_BUFFER =
      view(ObjectStructs.object("_PyManagedBufferObject")
              .field(CTypes.INT, "flags")
              .field(CTypes.SSIZE, "exports"))
          .build();

  /** A memoryview: its own description of the memory, whose arrays are its items. */
  public static final Struct MEMORY_VIEW =
      view(Structs.VAR_OBJECT
              .extendedAs("PyMemoryViewObject")
              .field(pointer("_PyManagedBufferObject *"), "mbuf")
              .field(CTypes.HASH, "hash")
              .field(CTypes.INT, "flags")
              .field(CTypes.SSIZE, "exports"))
          .field(CTypes.OBJECT, "weakreflist")
          .withItems(CTypes.SSIZE, "ob_array");

  private static Struct.Builder view(Struct.Builder start) {
    return start
        .field(CTypes.VOID, "buf")
        .field(CTypes.OBJECT, "obj")
        .fields(CTypes.SSIZE, "len", "itemsize")
        .fields(CTypes.INT, "readonly", "ndim")
        .field(CTypes.STRING, "format")
        .fields(pointer("Py_ssize_t *"), "shape", "strides", "suboffsets")
        .field(CTypes.VOID, "internal");
  }

  private BufferStructs() {}
}
