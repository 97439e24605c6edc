package gradus.engine.layout;

import static gradus.engine.layout.CType.pointer;

/**
 * The structs of slots a type points to (Include/object.h, Include/descrobject.h of CPython 3.6).
 */
public final class TypeStructs {

  /** {@code tp_as_number}. */
  public static final Struct NUMBER =
      functions(
          "PyNumberMethods",
          "nb_add nb_subtract nb_multiply nb_remainder nb_divmod nb_power nb_negative nb_positive"
              + " nb_absolute nb_bool nb_invert nb_lshift nb_rshift nb_and nb_xor nb_or nb_int"
              + " nb_reserved nb_float nb_inplace_add nb_inplace_subtract nb_inplace_multiply"
              + " nb_inplace_remainder nb_inplace_power nb_inplace_lshift nb_inplace_rshift"
              + " nb_inplace_and nb_inplace_xor nb_inplace_or nb_floor_divide nb_true_divide"
              + " nb_inplace_floor_divide nb_inplace_true_divide nb_index nb_matrix_multiply"
              + " nb_inplace_matrix_multiply");

  /** {@code tp_as_sequence}. */
  public static final Struct SEQUENCE =
      functions(
          "PySequenceMethods",
          "sq_length sq_concat sq_repeat sq_item was_sq_slice sq_ass_item was_sq_ass_slice"
              + " sq_contains sq_inplace_concat sq_inplace_repeat");

  /** {@code tp_as_mapping}. */
  public static final Struct MAPPING =
      functions("PyMappingMethods", "mp_length mp_subscript mp_ass_subscript");

  /** {@code tp_as_async}. */
  public static final Struct ASYNC = functions("PyAsyncMethods", "am_await am_aiter am_anext");

  /** {@code tp_as_buffer}. */
  public static final Struct BUFFER = functions("PyBufferProcs", "bf_getbuffer bf_releasebuffer");

  /**
   * A type made at run time: the type, its slot structs in it, and what its class statement said.
   */
  public static final Struct HEAP_TYPE =
      inline(
              inline(
                  inline(
                      inline(
                          inline(Structs.TYPE_OBJECT.extendedAs("PyHeapTypeObject"), ASYNC),
                          NUMBER),
                      MAPPING),
                  SEQUENCE),
              BUFFER)
          .fields(CTypes.OBJECT, "ht_name", "ht_slots", "ht_qualname")
          .field(pointer("PyDictKeysObject *"), "ht_cached_keys")
          .build();

  /** A native method as a type or module lists it. */
  public static final Struct METHOD_DEF =
      Struct.named("PyMethodDef")
          .field(CTypes.STRING, "ml_name")
          .field(pointer("PyCFunction"), "ml_meth")
          .field(CTypes.INT, "ml_flags")
          .field(CTypes.STRING, "ml_doc")
          .build();

  /** What every descriptor of a native type starts with. */
  public static final Struct DESCR =
      Structs.OBJECT_HEAD
          .extendedAs("PyDescrObject")
          .field(CTypes.TYPE, "d_type")
          .fields(CTypes.OBJECT, "d_name", "d_qualname")
          .build();

  /** A native method in a type's dict. */
  public static final Struct METHOD_DESCR =
      DESCR.extendedAs("PyMethodDescrObject").field(pointer("PyMethodDef *"), "d_method").build();

  /** A slot seen as a method. */
  public static final Struct WRAPPER_DESCR =
      DESCR
          .extendedAs("PyWrapperDescrObject")
          .field(pointer("struct wrapperbase *"), "d_base")
          .field(CTypes.VOID, "d_wrapped")
          .build();

  /** A field of a native struct seen as an attribute. */
  public static final Struct MEMBER_DEF =
      Struct.named("PyMemberDef")
          .field(CTypes.STRING, "name")
          .field(CTypes.INT, "type")
          .field(CTypes.SSIZE, "offset")
          .field(CTypes.INT, "flags")
          .field(CTypes.STRING, "doc")
          .build();

  /** A field in a type's dict. */
  public static final Struct MEMBER_DESCR =
      DESCR.extendedAs("PyMemberDescrObject").field(pointer("PyMemberDef *"), "d_member").build();

  /** A pair of native functions seen as an attribute. */
  public static final Struct GETSET_DEF =
      Struct.named("PyGetSetDef")
          .field(CTypes.STRING, "name")
          .field(pointer("getter"), "get")
          .field(pointer("setter"), "set")
          .field(CTypes.STRING, "doc")
          .field(CTypes.VOID, "closure")
          .build();

  /** Such a pair in a type's dict. */
  public static final Struct GETSET_DESCR =
      DESCR.extendedAs("PyGetSetDescrObject").field(pointer("PyGetSetDef *"), "d_getset").build();

  /** A slot bound to an object. */
  public static final Struct METHOD_WRAPPER =
      Structs.OBJECT_HEAD
          .extendedAs("wrapperobject")
          .field(pointer("PyWrapperDescrObject *"), "descr")
          .field(CTypes.OBJECT, "self")
          .build();

  private static Struct functions(String name, String fields) {
    return Struct.named(name).fields(CTypes.VOID, fields.split(" ")).build();
  }

  private static Struct.Builder inline(Struct.Builder builder, Struct part) {
    part.fields().forEach(field -> builder.field(field.type(), field.name()));
    return builder;
  }

  private TypeStructs() {}
}
