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

  /** What any stream has that is not laid out in a way of its own. */
  public static final Struct IO_BASE =
      ObjectStructs.object("iobase").fields(CTypes.OBJECT, "dict", "weakreflist").build();

  /** A text stream in memory: its code points as an array of four bytes each. */
  public static final Struct STRING_IO =
      ObjectStructs.object("stringio")
          .field(pointer("Py_UCS4 *"), "buf")
          .fields(CTypes.SSIZE, "pos", "string_size", "buf_size")
          .field(CTypes.INT, "state")
          .fields(CTypes.OBJECT, "accu.large", "accu.small")
          .fields(CTypes.CHAR, "ok", "closed", "readuniversal", "readtranslate")
          .fields(CTypes.OBJECT, "decoder", "readnl", "writenl", "dict", "weakreflist")
          .build();

  /** Which line ends a text stream has seen. */
  public static final Struct NEWLINE_DECODER =
      ObjectStructs.object("nldecoder_object")
          .fields(CTypes.OBJECT, "decoder", "errors")
          .field(CTypes.INT, "pendingcr:1, translate:1, seennl:3")
          .build();

  /** A stream of bytes in memory: a bytes object, not all of which need be content. */
  public static final Struct BYTES_IO =
      ObjectStructs.object("bytesio")
          .field(CTypes.OBJECT, "buf")
          .fields(CTypes.SSIZE, "pos", "string_size")
          .fields(CTypes.OBJECT, "dict", "weakreflist")
          .field(CTypes.SSIZE, "exports")
          .build();

  /** What a view of such a stream holds. */
  public static final Struct BYTES_IO_BUFFER =
      ObjectStructs.object("bytesiobuf").field(pointer("bytesio *"), "source").build();

  public static final Struct NAMESPACE =
      ObjectStructs.object("_PyNamespaceObject").field(CTypes.OBJECT, "ns_dict").build();

  private LibraryStructs() {}
}
