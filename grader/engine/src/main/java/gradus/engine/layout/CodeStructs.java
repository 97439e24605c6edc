package gradus.engine.layout;

import static gradus.engine.layout.CType.pointer;

/** The structs of what runs: code, functions, frames, generators, modules (CPython 3.6). */
public final class CodeStructs {

  public static final Struct CODE =
      ObjectStructs.object("PyCodeObject")
          .fields(
              CTypes.INT,
              "co_argcount",
              "co_kwonlyargcount",
              "co_nlocals",
              "co_stacksize",
              "co_flags",
              "co_firstlineno")
          .fields(
              CTypes.OBJECT,
              "co_code",
              "co_consts",
              "co_names",
              "co_varnames",
              "co_freevars",
              "co_cellvars")
          .field(pointer("unsigned char *"), "co_cell2arg")
          .fields(CTypes.OBJECT, "co_filename", "co_name", "co_lnotab")
          .field(CTypes.VOID, "co_zombieframe")
          .field(CTypes.OBJECT, "co_weakreflist")
          .field(CTypes.VOID, "co_extra")
          .build();

  public static final Struct FUNCTION =
      ObjectStructs.object("PyFunctionObject")
          .fields(
              CTypes.OBJECT,
              "func_code",
              "func_globals",
              "func_defaults",
              "func_kwdefaults",
              "func_closure",
              "func_doc",
              "func_name",
              "func_dict",
              "func_weakreflist",
              "func_module",
              "func_annotations",
              "func_qualname")
          .build();

  /** A method bound to an object. */
  public static final Struct METHOD =
      ObjectStructs.object("PyMethodObject")
          .fields(CTypes.OBJECT, "im_func", "im_self", "im_weakreflist")
          .build();

  /** A native function, perhaps bound to an object. */
  public static final Struct NATIVE_FUNCTION =
      ObjectStructs.object("PyCFunctionObject")
          .field(pointer("PyMethodDef *"), "m_ml")
          .fields(CTypes.OBJECT, "m_self", "m_module", "m_weakreflist")
          .build();

  public static final Struct CELL =
      ObjectStructs.object("PyCellObject").field(CTypes.OBJECT, "ob_ref").build();

  public static final Struct BLOCK =
      Struct.named("PyTryBlock").fields(CTypes.INT, "b_type", "b_handler", "b_level").build();

  /** How many blocks a frame can nest. */
  public static final int MAX_BLOCKS = 20;

  /** A frame: locals, cells, free variables and the value stack follow it. */
  public static final Struct FRAME =
      blocks(
              Structs.VAR_OBJECT
                  .extendedAs("PyFrameObject")
                  .field(pointer("PyFrameObject *"), "f_back")
                  .field(pointer("PyCodeObject *"), "f_code")
                  .fields(CTypes.OBJECT, "f_builtins", "f_globals", "f_locals")
                  .fields(CTypes.OBJECTS, "f_valuestack", "f_stacktop")
                  .fields(
                      CTypes.OBJECT,
                      "f_trace",
                      "f_exc_type",
                      "f_exc_value",
                      "f_exc_traceback",
                      "f_gen")
                  .fields(CTypes.INT, "f_lasti", "f_lineno", "f_iblock")
                  .field(CTypes.CHAR, "f_executing"))
          .withItems(CTypes.OBJECT, "f_localsplus");

  /** A generator; a coroutine has the same fields under other names. */
  public static final Struct GENERATOR =
      ObjectStructs.object("PyGenObject")
          .field(pointer("PyFrameObject *"), "gi_frame")
          .field(CTypes.CHAR, "gi_running")
          .fields(CTypes.OBJECT, "gi_code", "gi_weakreflist", "gi_name", "gi_qualname")
          .build();

  public static final Struct ASYNC_GENERATOR =
      GENERATOR
          .extendedAs("PyAsyncGenObject")
          .field(CTypes.OBJECT, "ag_finalizer")
          .fields(CTypes.INT, "ag_hooks_inited", "ag_closed")
          .build();

  /** What {@code __anext__} and {@code asend} of an asynchronous generator return. */
  public static final Struct ASYNC_SEND =
      ObjectStructs.object("PyAsyncGenASend")
          .field(pointer("PyAsyncGenObject *"), "ags_gen")
          .field(CTypes.OBJECT, "ags_sendval")
          .field(CTypes.INT, "ags_state")
          .build();

  /** What {@code athrow} and {@code aclose} of an asynchronous generator return. */
  public static final Struct ASYNC_THROW =
      ObjectStructs.object("PyAsyncGenAThrow")
          .field(pointer("PyAsyncGenObject *"), "agt_gen")
          .field(CTypes.OBJECT, "agt_args")
          .field(CTypes.INT, "agt_state")
          .build();

  /** What an asynchronous generator yields, told apart from what it awaits. */
  public static final Struct ASYNC_VALUE =
      ObjectStructs.object("_PyAsyncGenWrappedValue").field(CTypes.OBJECT, "agw_val").build();

  public static final Struct TRACEBACK =
      ObjectStructs.object("PyTracebackObject")
          .field(pointer("PyTracebackObject *"), "tb_next")
          .field(pointer("PyFrameObject *"), "tb_frame")
          .fields(CTypes.INT, "tb_lasti", "tb_lineno")
          .build();

  public static final Struct MODULE =
      ObjectStructs.object("PyModuleObject")
          .field(CTypes.OBJECT, "md_dict")
          .fields(CTypes.VOID, "md_def", "md_state")
          .fields(CTypes.OBJECT, "md_weaklist", "md_name")
          .build();

  /** What the interpreter knows of its thread, as far as it is used here. */
  public static final Struct THREAD_STATE =
      Struct.named("PyThreadState")
          .fields(CTypes.VOID, "prev", "next", "interp")
          .field(pointer("PyFrameObject *"), "frame")
          .field(CTypes.INT, "recursion_depth")
          .fields(CTypes.CHAR, "overflowed", "recursion_critical")
          .fields(CTypes.INT, "tracing", "use_tracing")
          .fields(CTypes.VOID, "c_profilefunc", "c_tracefunc", "c_profileobj", "c_traceobj")
          .fields(CTypes.OBJECT, "curexc_type", "curexc_value", "curexc_traceback")
          .fields(CTypes.OBJECT, "exc_type", "exc_value", "exc_traceback")
          .build();

  private static Struct.Builder blocks(Struct.Builder frame) {
    for (int block = 0; block < MAX_BLOCKS; block++) {
      for (Field field : BLOCK.fields()) {
        frame.field(field.type(), "f_blockstack[%d].%s".formatted(block, field.name()));
      }
    }
    return frame;
  }

  private CodeStructs() {}
}
