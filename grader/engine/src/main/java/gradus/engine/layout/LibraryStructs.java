package gradus.engine.layout;

import static gradus.engine.layout.CType.pointer;

/** The structs of types that modules of the standard library bring. */
public final class LibraryStructs {

  public static final Struct ITEM_GETTER =
      ObjectStructs.object("itemgetterobject")
          .field(CTypes.SSIZE, "nitems")
          .field(CTypes.OBJECT, "item")
          .build();

  public static final Struct ATTRIBUTE_GETTER =
      ObjectStructs.object("attrgetterobject")
          .field(CTypes.SSIZE, "nattrs")
          .field(CTypes.OBJECT, "attr")
          .build();

  public static final Struct METHOD_CALLER =
      ObjectStructs.object("methodcallerobject")
          .fields(CTypes.OBJECT, "name", "args", "kwds")
          .build();

  /** A text stream in memory: its code points as an array of four bytes each. */
  public static final Struct STRING_IO =
      ObjectStructs.object("stringio")
          .field(pointer("Py_UCS4 *"), "buf")
          .fields(CTypes.SSIZE, "pos", "string_size", "buf_size")
          .field(CTypes.CHAR, "closed")
          .fields(CTypes.OBJECT, "newline", "dict", "weakreflist")
          .build();

  /** A stream of bytes in memory. */
  public static final Struct BYTES_IO =
      ObjectStructs.object("bytesio")
          .field(pointer("char *"), "buf")
          .fields(CTypes.SSIZE, "pos", "string_size", "buf_size")
          .field(CTypes.CHAR, "closed")
          .fields(CTypes.OBJECT, "dict", "weakreflist")
          .build();

  private LibraryStructs() {}
}
