package gradus.engine.lib.io;

import gradus.engine.layout.LibraryStructs;
import gradus.engine.layout.Struct;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import java.util.function.LongConsumer;

/**
 * What all streams have: the types {@code _IOBase}, {@code _TextIOBase}, {@code _BufferedIOBase}.
 */
final class StreamBase {

  /** The attribute by which a stream that does not know better remembers that it was closed. */
  private static final String CLOSED = "__IOBase_closed";

  private final Space py;
  private final Memory memory;
  private final long unsupported;
  private final long type;
  private final long textType;
  private final long bufferedType;

  StreamBase(Space py, long unsupported) {
    this.py = py;
    this.unsupported = unsupported;
    memory = py.memory;
    type =
        methods(define("_io._IOBase", LibraryStructs.IO_BASE, self -> {}))
            .slot("tp_iter", (Unary) this::iterate)
            .slot("tp_iternext", (Unary) this::nextLine)
            .ready();
    textType =
        define("_io._TextIOBase", LibraryStructs.IO_BASE, self -> {})
            .base(type)
            .getter("encoding", self -> py.newNone())
            .getter("errors", self -> py.newNone())
            .getter("newlines", self -> py.newNone())
            .method("detach", self -> refuse("detach"))
            .ready();
    bufferedType =
        define("_io._BufferedIOBase", LibraryStructs.IO_BASE, self -> {})
            .base(type)
            .method("detach", self -> refuse("detach"))
            .ready();
  }

  long type() {
    return type;
  }

  /** The dict of a stream's attributes as its state holds it: a copy, or None without one. */
  long copyOfDict(long dictField) {
    long dict = memory.load64(dictField);
    return dict == 0 ? py.newNone() : py.dicts.copy(dict);
  }

  /** Takes over the dict of a state, which may be None. */
  void setDict(long dictField, long dict) {
    if (dict != py.none) {
      py.replace(dictField, py.dicts.copy(dict));
    }
  }

  /** A state, which is a tuple of so many or more. */
  void requireState(long self, long state, int size) {
    if (!py.tuples.is(state) || py.tuples.size(state) < size) {
      throw Raise.typeError(
          "%s.__setstate__ argument should be %d-tuple, got %s"
              .formatted(py.typeObjects.fullName(py.typeOf(self)), size, py.typeName(state)));
    }
  }

  long textType() {
    return textType;
  }

  long bufferedType() {
    return bufferedType;
  }

  /**
   * A type of streams whose instances can have attributes and weak references.
   *
   * @param end gives back what a stream owns besides the objects it holds
   */
  TypeBuilder define(String name, Struct struct, LongConsumer end, int... held) {
    int dict = struct.offset("dict");
    return TypeBuilder.define(py, name, struct)
        .derivable()
        .container(
            (object, visitor) -> {
              for (int field : held) {
                visit(object, field, visitor);
              }
              visit(object, dict, visitor);
            })
        .clear(object -> py.clear(object + dict))
        .dealloc(
            object -> {
              py.untrack(object);
              py.weakRefs.clear(object);
              end.accept(object);
              for (int field : held) {
                py.clear(object + field);
              }
              py.clear(object + dict);
              py.free(object);
            })
        .attributesAt(dict)
        .weakListAt(struct.offset("weakreflist"))
        .slot("tp_new", (Ternary) (which, tuple, keywords) -> py.create(which));
  }

  private void visit(long object, int field, LongConsumer visitor) {
    long held = memory.load64(object + field);
    if (held != 0) {
      visitor.accept(held);
    }
  }

  private TypeBuilder methods(TypeBuilder builder) {
    return builder
        .method("flush", this::flush)
        .method("fileno", self -> refuse("fileno"))
        .methods("seek", 0, 2, (self, args, n, k) -> refuse("seek"))
        .methods("truncate", 0, 1, (self, args, n, k) -> refuse("truncate"))
        .method("tell", self -> py.calls.method(self, "seek", py.no, py.yes))
        .method("isatty", self -> open(self, py.no))
        .method("readable", self -> py.own(py.no))
        .method("writable", self -> py.own(py.no))
        .method("seekable", self -> py.own(py.no))
        .method("__enter__", self -> open(self, self))
        .methods("__exit__", 0, 3, (self, args, n, k) -> py.calls.method(self, "close"))
        .methods("readlines", 0, 1, this::readLines)
        .method1("writelines", this::writeLines)
        .method("close", this::close)
        .getter("closed", self -> py.bool(isClosed(self)));
  }

  private boolean isClosed(long self) {
    long mark = py.attributes.find(self, CLOSED);
    py.xdecref(mark);
    return mark != 0;
  }

  private long flush(long self) {
    if (isClosed(self)) {
      throw closed();
    }
    return py.newNone();
  }

  private long close(long self) {
    if (!isClosed(self)) {
      py.decref(py.calls.method(self, "flush"));
      py.attributes.set(self, CLOSED, py.yes);
    }
    return py.newNone();
  }

  /** Refuses what a stream cannot do. */
  long refuse(String operation) {
    long text = py.strs.of(operation);
    try {
      throw Raise.object(py.calls.call(unsupported, text));
    } finally {
      py.decref(text);
    }
  }

  /** Gives a result if a stream is open. */
  long open(long stream, long result) {
    long closed = py.attributes.get(stream, "closed");
    py.decref(closed);
    if (closed == py.yes) {
      throw closed();
    }
    return py.own(result);
  }

  static Raise closed() {
    return Raise.valueError("I/O operation on closed file.");
  }

  private long iterate(long self) {
    return open(self, self);
  }

  private long nextLine(long self) {
    long line = py.calls.method(self, "readline");
    if (py.items.length(line) == 0) {
      py.decref(line);
      return 0;
    }
    return line;
  }

  private long readLines(long self, long args, int count, long names) {
    long hint = count == 0 ? py.none : py.arguments.get(args, 0);
    long limit = hint == py.none ? 0 : py.numbers.sizeArgument(hint);
    long lines = py.lists.create(0);
    long length = 0;
    for (long line = nextOf(self); line != 0; line = nextOf(self)) {
      py.listOps.append(lines, line);
      length += py.items.length(line);
      py.decref(line);
      if (limit > 0 && length > limit) {
        break;
      }
    }
    return lines;
  }

  private long nextOf(long stream) {
    return py.items.next(stream);
  }

  private long writeLines(long self, long lines) {
    py.decref(open(self, py.none));
    long iterator = py.items.iter(lines);
    try {
      for (long line = py.items.next(iterator); line != 0; line = py.items.next(iterator)) {
        try {
          py.decref(py.calls.method(self, "write", line));
        } finally {
          py.decref(line);
        }
      }
    } finally {
      py.decref(iterator);
    }
    return py.newNone();
  }

  /** How much to read, -1 for all. */
  long amount(long args, int count) {
    return count == 0 || py.arguments.get(args, 0) == py.none
        ? -1
        : integer(py.arguments.get(args, 0));
  }

  /** An argument that must be an int. */
  long integer(long object) {
    if (!py.numbers.isIndex(object) && !py.floats.is(object)) {
      throw Raise.typeError("integer argument expected, got '%s'".formatted(py.typeName(object)));
    }
    return py.numbers.size(object);
  }
}
