package gradus.engine.lib.io;

import gradus.engine.layout.LibraryStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Buffers;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;

/** The type {@code io.BytesIO}: a stream of bytes in memory (Modules/_io/bytesio.c). */
final class BytesIo {

  private static final int DICT = LibraryStructs.BYTES_IO.offset("dict");

  private final Space py;
  private final Memory memory;
  private final StreamBase base;
  private final ByteStore store;
  private final BytesIoBuffer buffers;
  private final long type;

  BytesIo(Space py, StreamBase base) {
    this.py = py;
    this.base = base;
    memory = py.memory;
    store = new ByteStore(py);
    buffers = new BytesIoBuffer(py);
    type = define();
  }

  long type() {
    return type;
  }

  private long define() {
    TypeBuilder builder =
        base.define("_io.BytesIO", LibraryStructs.BYTES_IO, self -> {}, ByteStore.BUFFER)
            .base(base.bufferedType())
            .slot("tp_new", (Ternary) (which, tuple, keywords) -> store.create(which))
            .slot("tp_init", (Ternary) this::init)
            .slot("tp_iter", (Unary) py::own)
            .slot("tp_iternext", (Unary) this::next)
            .method("getvalue", self -> store.value(store.open(self)))
            .method("getbuffer", self -> buffers.view(store.open(self)))
            .methods("read", 0, 1, this::read)
            .methods("read1", 1, 1, this::read)
            .methods("readline", 0, 1, this::readLine)
            .method1("readinto", this::readInto)
            .method1("readinto1", this::readInto)
            .method1("write", this::write)
            .method("tell", self -> py.ints.of(store.position(store.open(self))))
            .methods("seek", 1, 2, this::seek)
            .methods("truncate", 0, 1, this::truncate)
            .method("close", this::close)
            .method("__getstate__", this::state)
            .method1("__setstate__", this::setState)
            .getter("closed", self -> py.bool(store.isClosed(self)));
    builder.method("isatty", self -> opened(self, py.no));
    builder.method("flush", self -> opened(self, py.none));
    for (String ability : new String[] {"readable", "writable", "seekable"}) {
      builder.method(ability, self -> opened(self, py.yes));
    }
    return builder.ready();
  }

  private long opened(long self, long result) {
    store.open(self);
    return py.own(result);
  }

  private long init(long self, long tuple, long keywords) {
    long[] values = py.arguments.parseTuple("BytesIO", tuple, keywords, 0, "initial_bytes");
    store.requireNoExports(self);
    store.restart(self);
    if (values[0] != 0 && values[0] != py.none) {
      fill(self, values[0]);
      store.setPosition(self, 0);
    }
    return 0;
  }

  private void fill(long self, long content) {
    if (py.typeOf(content) == py.types.bytes) {
      store.share(self, content);
    } else {
      store.write(self, py.buffers.content(content));
    }
  }

  private long read(long self, long args, int count, long names) {
    long amount = base.amount(args, count);
    return store.take(store.open(self), amount);
  }

  private long readLine(long self, long args, int count, long names) {
    long limit = base.amount(args, count);
    return store.line(store.open(self), limit);
  }

  private long next(long self) {
    store.open(self);
    long line = py.typeOf(self) == type ? store.line(self, -1) : py.calls.method(self, "readline");
    if (py.items.length(line) == 0) {
      py.decref(line);
      return 0;
    }
    return line;
  }

  private long readInto(long self, long target) {
    store.open(self);
    try {
      return py.buffers.using(target, Buffers.WRITABLE, view -> readIntoView(self, view));
    } catch (Raise raise) {
      py.exceptions.swallow(raise, "BufferError");
      throw Raise.typeError(
          "readinto() argument must be read-write bytes-like object, not " + py.typeName(target));
    }
  }

  private long readIntoView(long self, long view) {
    long taken = store.take(self, memory.load64(view + Buffers.LENGTH));
    byte[] content = py.bytes.content(taken);
    py.decref(taken);
    memory.load(memory.load64(view + Buffers.BUF), content);
    return py.ints.of(content.length);
  }

  private long write(long self, long data) {
    store.open(self);
    store.requireNoExports(self);
    byte[] content = py.buffers.content(data);
    store.write(self, content);
    return py.ints.of(content.length);
  }

  private long seek(long self, long args, int count, long names) {
    long place = base.integer(py.arguments.get(args, 0));
    long origin = count < 2 ? 0 : py.numbers.longArgument(py.arguments.get(args, 1));
    store.open(self);
    if (place < 0 && origin == 0) {
      throw Raise.valueError("negative seek value " + place);
    }
    if (origin < 0 || origin > 2) {
      throw Raise.valueError("invalid whence (%d, should be 0, 1 or 2)".formatted(origin));
    }
    long from = origin == 0 ? 0 : origin == 1 ? store.position(self) : store.length(self);
    store.setPosition(self, Math.max(0, from + place));
    return py.ints.of(store.position(self));
  }

  private long truncate(long self, long args, int count, long names) {
    store.open(self);
    store.requireNoExports(self);
    boolean here = count == 0 || py.arguments.get(args, 0) == py.none;
    long size = here ? store.position(self) : base.integer(py.arguments.get(args, 0));
    if (size < 0) {
      throw Raise.valueError("negative size value " + size);
    }
    store.truncate(self, size);
    return py.ints.of(size);
  }

  private long close(long self) {
    store.requireNoExports(self);
    store.close(self);
    return py.newNone();
  }

  private long state(long self) {
    long value = store.value(store.open(self));
    long position = py.ints.of(store.position(self));
    long copy = base.copyOfDict(self + DICT);
    try {
      return py.tuples.of(value, position, copy);
    } finally {
      py.decref(value);
      py.decref(position);
      py.decref(copy);
    }
  }

  private long setState(long self, long state) {
    base.requireState(self, state, 3);
    store.requireNoExports(self);
    store.restart(self);
    fill(self, py.tuples.get(state, 0));
    long position = base.integer(py.tuples.get(state, 1));
    if (position < 0) {
      throw Raise.valueError("position value cannot be negative");
    }
    store.setPosition(self, position);
    base.setDict(self + DICT, py.tuples.get(state, 2));
    return py.newNone();
  }
}
