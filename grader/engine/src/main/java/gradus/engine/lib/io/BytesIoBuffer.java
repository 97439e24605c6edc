package gradus.engine.lib.io;

import gradus.engine.layout.LibraryStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.BytesObjects;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;

/** What the memory view of {@code BytesIO.getbuffer} looks through at the stream. */
final class BytesIoBuffer {

  private static final int SOURCE = LibraryStructs.BYTES_IO_BUFFER.offset("source");

  private final Space py;
  private final Memory memory;
  private final ByteStore store;
  private final long type;

  BytesIoBuffer(Space py) {
    this.py = py;
    memory = py.memory;
    store = new ByteStore(py);
    type =
        TypeBuilder.define(py, "_io._BytesIOBuffer", LibraryStructs.BYTES_IO_BUFFER)
            .container((object, visitor) -> visitor.accept(memory.load64(object + SOURCE)))
            .dealloc(
                object -> {
                  py.untrack(object);
                  py.decref(memory.load64(object + SOURCE));
                  py.free(object);
                })
            .slot("bf_getbuffer", (Ternary) this::getBuffer)
            .slot("bf_releasebuffer", (Binary) this::releaseBuffer)
            .ready();
  }

  /** A memory view of a stream's content. */
  long view(long stream) {
    long buffer = py.create(type);
    memory.store64(buffer + SOURCE, py.own(stream));
    try {
      return py.memoryViews.of(buffer);
    } finally {
      py.decref(buffer);
    }
  }

  private long getBuffer(long self, long view, long flags) {
    long stream = memory.load64(self + SOURCE);
    store.makeOwn(stream, store.length(stream));
    long data = memory.load64(stream + ByteStore.BUFFER) + BytesObjects.DATA;
    py.buffers.describe(view, self, data, store.length(stream), false, (int) flags);
    export(stream, 1);
    return 0;
  }

  private long releaseBuffer(long self, long view) {
    export(memory.load64(self + SOURCE), -1);
    return 0;
  }

  private void export(long stream, int change) {
    memory.store64(stream + ByteStore.EXPORTS, memory.load64(stream + ByteStore.EXPORTS) + change);
  }
}
