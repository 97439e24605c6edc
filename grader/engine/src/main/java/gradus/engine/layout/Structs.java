package gradus.engine.layout;

import static gradus.engine.layout.CType.pointer;
import static gradus.engine.layout.CType.signed;
import static gradus.engine.layout.CType.unsigned;

/**
 * The table of CPython 3.6's structs (Include/*.h). Offsets are computed from it and written
 * nowhere else: objects, field tables and hex dumps all read it.
 */
public final class Structs {

  private static final CType SSIZE = signed("Py_ssize_t", 8);
  private static final CType OBJECT = pointer("PyObject *");
  private static final CType TYPE = pointer("PyTypeObject *");
  private static final CType STRING = pointer("const char *");
  private static final CType UINT = unsigned("unsigned int", 4);

  /** A pointer to an object. */
  public static final CType OBJECT_POINTER = OBJECT;

  /** What every object starts with. */
  public static final Struct OBJECT_HEAD =
      Struct.named("PyObject").field(SSIZE, "ob_refcnt").field(TYPE, "ob_type").build();

  /** What every object of variable size starts with. */
  public static final Struct VAR_OBJECT =
      OBJECT_HEAD.extendedAs("PyVarObject").field(SSIZE, "ob_size").build();

  /**
   * An int: ob_size is the number of digits, negative for a negative int; a digit holds 30 bits.
   */
  public static final Struct LONG =
      VAR_OBJECT.extendedAs("PyLongObject").withItems(unsigned("digit", 4), "ob_digit");

  /**
   * A list: its items are pointers in an array of their own, which has room for {@code allocated}.
   */
  public static final Struct LIST =
      VAR_OBJECT
          .extendedAs("PyListObject")
          .field(pointer("PyObject **"), "ob_item")
          .field(SSIZE, "allocated")
          .build();

  /** A type. */
  public static final Struct TYPE_OBJECT =
      VAR_OBJECT
          .extendedAs("PyTypeObject")
          .field(STRING, "tp_name")
          .fields(SSIZE, "tp_basicsize", "tp_itemsize")
          .field(pointer("destructor"), "tp_dealloc")
          .field(pointer("printfunc"), "tp_print")
          .field(pointer("getattrfunc"), "tp_getattr")
          .field(pointer("setattrfunc"), "tp_setattr")
          .field(pointer("PyAsyncMethods *"), "tp_as_async")
          .field(pointer("reprfunc"), "tp_repr")
          .field(pointer("PyNumberMethods *"), "tp_as_number")
          .field(pointer("PySequenceMethods *"), "tp_as_sequence")
          .field(pointer("PyMappingMethods *"), "tp_as_mapping")
          .field(pointer("hashfunc"), "tp_hash")
          .field(pointer("ternaryfunc"), "tp_call")
          .field(pointer("reprfunc"), "tp_str")
          .field(pointer("getattrofunc"), "tp_getattro")
          .field(pointer("setattrofunc"), "tp_setattro")
          .field(pointer("PyBufferProcs *"), "tp_as_buffer")
          .field(unsigned("unsigned long", 8), "tp_flags")
          .field(STRING, "tp_doc")
          .field(pointer("traverseproc"), "tp_traverse")
          .field(pointer("inquiry"), "tp_clear")
          .field(pointer("richcmpfunc"), "tp_richcompare")
          .field(SSIZE, "tp_weaklistoffset")
          .field(pointer("getiterfunc"), "tp_iter")
          .field(pointer("iternextfunc"), "tp_iternext")
          .field(pointer("PyMethodDef *"), "tp_methods")
          .field(pointer("PyMemberDef *"), "tp_members")
          .field(pointer("PyGetSetDef *"), "tp_getset")
          .field(TYPE, "tp_base")
          .field(OBJECT, "tp_dict")
          .field(pointer("descrgetfunc"), "tp_descr_get")
          .field(pointer("descrsetfunc"), "tp_descr_set")
          .field(SSIZE, "tp_dictoffset")
          .field(pointer("initproc"), "tp_init")
          .field(pointer("allocfunc"), "tp_alloc")
          .field(pointer("newfunc"), "tp_new")
          .field(pointer("freefunc"), "tp_free")
          .field(pointer("inquiry"), "tp_is_gc")
          .fields(OBJECT, "tp_bases", "tp_mro", "tp_cache", "tp_subclasses", "tp_weaklist")
          .field(pointer("destructor"), "tp_del")
          .field(UINT, "tp_version_tag")
          .field(pointer("destructor"), "tp_finalize")
          .build();

  /**
   * What lies before an object that the cycle collector knows: a union, aligned as its widest
   * member asks.
   */
  static Struct gcHead(int alignment) {
    return Struct.named("PyGC_Head")
        .alignedTo(alignment)
        .fields(pointer("PyGC_Head *"), "gc_next", "gc_prev")
        .field(SSIZE, "gc_refs")
        .build();
  }

  /** A unit of a str's text, by its size in bytes (PEP 393). */
  public static CType textUnit(int size) {
    return unsigned(size == 1 ? "Py_UCS1" : size == 2 ? "Py_UCS2" : "Py_UCS4", size);
  }

  /** An index into a dict's entries, by its size in bytes. */
  public static CType tableIndex(int size) {
    return signed("int%d_t".formatted(size * Byte.SIZE), size);
  }

  private Structs() {}
}
