package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.layout.Struct;
import gradus.engine.memory.Memory;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;

/** How far an asynchronous generator's awaitable has come, and what all its types have. */
final class AwaitState {

  static final int INIT = 0;
  static final int ITERATING = 1;
  static final int CLOSED = 2;

  /** Both structs start with the generator and an object that may be missing. */
  private static final int[] HELD = {
    CodeStructs.ASYNC_SEND.offset("ags_gen"), CodeStructs.ASYNC_SEND.offset("ags_sendval")
  };

  private AwaitState() {}

  static TypeBuilder type(Space py, String name, Struct struct) {
    Memory memory = py.memory;
    return TypeBuilder.define(py, name, struct)
        .container(
            (object, visitor) -> {
              for (int field : HELD) {
                if (memory.load64(object + field) != 0) {
                  visitor.accept(memory.load64(object + field));
                }
              }
            })
        .dealloc(
            object -> {
              py.untrack(object);
              for (int field : HELD) {
                py.clear(object + field);
              }
              py.free(object);
            })
        .slot("am_await", (Unary) py::own)
        .slot("tp_iter", (Unary) py::own);
  }
}
