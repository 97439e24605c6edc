package gradus.engine.layout;

import static gradus.engine.layout.CType.pointer;

/** The structs of the built-in data types of CPython 3.6. */
public final class ObjectStructs {

  public static final Struct FLOAT =
      object("PyFloatObject").field(CTypes.DOUBLE, "ob_fval").build();

  public static final Struct COMPLEX =
      object("PyComplexObject").fields(CTypes.DOUBLE, "real", "imag").build();

  public static final Struct TUPLE =
      Structs.VAR_OBJECT.extendedAs("PyTupleObject").withItems(CTypes.OBJECT, "ob_item");

  public static final Struct BYTES =
      Structs.VAR_OBJECT
          .extendedAs("PyBytesObject")
          .field(CTypes.HASH, "ob_shash")
          .withItems(CTypes.CHAR, "ob_sval");

  public static final Struct BYTEARRAY =
      Structs.VAR_OBJECT
          .extendedAs("PyByteArrayObject")
          .field(CTypes.SSIZE, "ob_alloc")
          .fields(pointer("char *"), "ob_bytes", "ob_start")
          .field(CTypes.INT, "ob_exports")
          .build();

  /** A str of ASCII characters only: they follow at once. */
  public static final Struct ASCII =
      object("PyASCIIObject")
          .field(CTypes.SSIZE, "length")
          .field(CTypes.HASH, "hash")
          .field(CTypes.UINT, "state")
          .field(pointer("wchar_t *"), "wstr")
          .build();

  /** A str of wider characters, of one, two or four bytes each: they follow. */
  public static final Struct UNICODE =
      ASCII
          .extendedAs("PyCompactUnicodeObject")
          .field(CTypes.SSIZE, "utf8_length")
          .field(pointer("char *"), "utf8")
          .field(CTypes.SSIZE, "wstr_length")
          .build();

  public static final Struct DICT =
      object("PyDictObject")
          .field(CTypes.SSIZE, "ma_used")
          .field(CTypes.U64, "ma_version_tag")
          .field(pointer("PyDictKeysObject *"), "ma_keys")
          .field(CTypes.OBJECTS, "ma_values")
          .build();

  /** A dict's table: this header, then the indices, then the entries. */
  public static final Struct DICT_KEYS =
      Struct.named("PyDictKeysObject")
          .field(CTypes.SSIZE, "dk_refcnt")
          .field(CTypes.SSIZE, "dk_size")
          .field(pointer("dict_lookup_func"), "dk_lookup")
          .fields(CTypes.SSIZE, "dk_usable", "dk_nentries")
          .build();

  public static final Struct DICT_ENTRY =
      Struct.named("PyDictKeyEntry")
          .field(CTypes.HASH, "me_hash")
          .fields(CTypes.OBJECT, "me_key", "me_value")
          .build();

  public static final Struct DICT_VIEW =
      object("_PyDictViewObject").field(pointer("PyDictObject *"), "dv_dict").build();

  public static final Struct DICT_ITERATOR =
      object("dictiterobject")
          .field(pointer("PyDictObject *"), "di_dict")
          .fields(CTypes.SSIZE, "di_used", "di_pos")
          .field(CTypes.OBJECT, "di_result")
          .field(CTypes.SSIZE, "len")
          .build();

  public static final Struct SET_ENTRY =
      Struct.named("setentry").field(CTypes.OBJECT, "key").field(CTypes.HASH, "hash").build();

  /** A set; its first eight entries lie in the object itself. */
  public static final Struct SET =
      setStart()
          .fields(
              CTypes.U64,
              "smalltable[0]",
              "smalltable[0].hash",
              "smalltable[1]",
              "smalltable[1].hash",
              "smalltable[2]",
              "smalltable[2].hash",
              "smalltable[3]",
              "smalltable[3].hash",
              "smalltable[4]",
              "smalltable[4].hash",
              "smalltable[5]",
              "smalltable[5].hash",
              "smalltable[6]",
              "smalltable[6].hash",
              "smalltable[7]",
              "smalltable[7].hash")
          .field(CTypes.OBJECT, "weakreflist")
          .build();

  public static final Struct SET_ITERATOR =
      object("setiterobject")
          .field(pointer("PySetObject *"), "si_set")
          .fields(CTypes.SSIZE, "si_used", "si_pos", "len")
          .build();

  public static final Struct SLICE =
      object("PySliceObject").fields(CTypes.OBJECT, "start", "stop", "step").build();

  public static final Struct RANGE =
      object("rangeobject").fields(CTypes.OBJECT, "start", "stop", "step", "length").build();

  public static final Struct RANGE_ITERATOR =
      object("rangeiterobject").fields(CTypes.SSIZE, "index", "start", "step", "len").build();

  public static final Struct LONG_RANGE_ITERATOR =
      object("longrangeiterobject").fields(CTypes.OBJECT, "index", "start", "step", "len").build();

  /** An iterator over a list, tuple, str, bytes or any other sequence. */
  public static final Struct SEQUENCE_ITERATOR =
      object("seqiterobject")
          .field(CTypes.SSIZE, "it_index")
          .field(CTypes.OBJECT, "it_seq")
          .build();

  public static final Struct CALL_ITERATOR =
      object("calliterobject").fields(CTypes.OBJECT, "it_callable", "it_sentinel").build();

  public static final Struct EXCEPTION =
      object("PyBaseExceptionObject")
          .fields(CTypes.OBJECT, "dict", "args", "traceback", "context", "cause")
          .field(CTypes.CHAR, "suppress_context")
          .build();

  public static final Struct STOP_ITERATION =
      EXCEPTION.extendedAs("PyStopIterationObject").field(CTypes.OBJECT, "value").build();

  public static final Struct SYSTEM_EXIT =
      EXCEPTION.extendedAs("PySystemExitObject").field(CTypes.OBJECT, "code").build();

  public static final Struct IMPORT_ERROR =
      EXCEPTION
          .extendedAs("PyImportErrorObject")
          .fields(CTypes.OBJECT, "msg", "name", "path")
          .build();

  public static final Struct OS_ERROR =
      EXCEPTION
          .extendedAs("PyOSErrorObject")
          .fields(CTypes.OBJECT, "myerrno", "strerror", "filename", "filename2")
          .field(CTypes.SSIZE, "written")
          .build();

  public static final Struct SYNTAX_ERROR =
      EXCEPTION
          .extendedAs("PySyntaxErrorObject")
          .fields(
              CTypes.OBJECT, "msg", "filename", "lineno", "offset", "text", "print_file_and_line")
          .build();

  public static final Struct UNICODE_ERROR =
      EXCEPTION
          .extendedAs("PyUnicodeErrorObject")
          .fields(CTypes.OBJECT, "encoding", "object")
          .fields(CTypes.SSIZE, "start", "end")
          .field(CTypes.OBJECT, "reason")
          .build();

  public static final Struct PROPERTY =
      object("propertyobject")
          .fields(CTypes.OBJECT, "prop_get", "prop_set", "prop_del", "prop_doc")
          .field(CTypes.INT, "getter_doc")
          .build();

  /** A classmethod or staticmethod. */
  public static final Struct CLASS_METHOD =
      object("classmethod").fields(CTypes.OBJECT, "cm_callable", "cm_dict").build();

  public static final Struct SUPER =
      object("superobject")
          .field(CTypes.TYPE, "type")
          .field(CTypes.OBJECT, "obj")
          .field(CTypes.TYPE, "obj_type")
          .build();

  public static final Struct MAPPING_PROXY =
      object("mappingproxyobject").field(CTypes.OBJECT, "mapping").build();

  public static final Struct WEAK_REFERENCE =
      object("PyWeakReference")
          .fields(CTypes.OBJECT, "wr_object", "wr_callback")
          .field(CTypes.HASH, "hash")
          .fields(pointer("PyWeakReference *"), "wr_prev", "wr_next")
          .build();

  public static final Struct ENUMERATE =
      object("enumobject")
          .field(CTypes.SSIZE, "en_index")
          .fields(CTypes.OBJECT, "en_sit", "en_result", "en_longindex")
          .build();

  public static final Struct ZIP =
      object("zipobject")
          .field(CTypes.SSIZE, "tuplesize")
          .fields(CTypes.OBJECT, "ittuple", "result")
          .build();

  public static final Struct MAP =
      object("mapobject").fields(CTypes.OBJECT, "iters", "func").build();

  public static final Struct FILTER =
      object("filterobject").fields(CTypes.OBJECT, "func", "it").build();

  static Struct.Builder object(String name) {
    return Structs.OBJECT_HEAD.extendedAs(name);
  }

  private static Struct.Builder setStart() {
    return object("PySetObject")
        .fields(CTypes.SSIZE, "fill", "used", "mask")
        .field(pointer("setentry *"), "table")
        .field(CTypes.HASH, "hash")
        .field(CTypes.SSIZE, "finger");
  }

  private ObjectStructs() {}
}
