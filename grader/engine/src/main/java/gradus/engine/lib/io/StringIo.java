package gradus.engine.lib.io;

import gradus.engine.layout.LibraryStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;

/** The type {@code io.StringIO}: a text stream in memory (Modules/_io/stringio.c). */
final class StringIo {

  static final int POSITION = LibraryStructs.STRING_IO.offset("pos");
  static final int OK = LibraryStructs.STRING_IO.offset("ok");
  static final int CLOSED = LibraryStructs.STRING_IO.offset("closed");
  static final int UNIVERSAL = LibraryStructs.STRING_IO.offset("readuniversal");
  static final int TRANSLATE = LibraryStructs.STRING_IO.offset("readtranslate");
  private static final int DECODER = LibraryStructs.STRING_IO.offset("decoder");
  static final int READ_END = LibraryStructs.STRING_IO.offset("readnl");
  private static final int WRITE_END = LibraryStructs.STRING_IO.offset("writenl");
  private static final int[] HELD = {DECODER, READ_END, WRITE_END};
  private static final int DICT = LibraryStructs.STRING_IO.offset("dict");

  private final Space py;
  private final Memory memory;
  private final StreamBase base;
  private final CodePoints points;
  private final Newlines newlines;
  private final StringIoLines lines;
  private final long type;

  StringIo(Space py, StreamBase base) {
    this.py = py;
    this.base = base;
    memory = py.memory;
    points = new CodePoints(py);
    newlines = new Newlines(py);
    lines = new StringIoLines(py, points);
    type = define();
  }

  long type() {
    return type;
  }

  private long define() {
    TypeBuilder builder =
        base.define("_io.StringIO", LibraryStructs.STRING_IO, points::release, HELD)
            .base(base.textType())
            .slot("tp_init", (Ternary) this::init)
            .slot("tp_iternext", (Unary) this::next)
            .method("getvalue", self -> points.text(open(self), 0, points.length(self)))
            .methods("read", 0, 1, (self, args, n, k) -> lines.read(self, base.amount(args, n)))
            .methods("readline", 0, 1, (self, args, n, k) -> lines.line(self, base.amount(args, n)))
            .method1("write", this::write)
            .method("tell", self -> py.ints.of(memory.load64(open(self) + POSITION)))
            .methods("seek", 1, 2, this::seek)
            .methods("truncate", 0, 1, this::truncate)
            .method("close", this::close)
            .method("__getstate__", this::state)
            .method1("__setstate__", this::setState)
            .getter("closed", self -> py.bool(memory.load8(self + CLOSED) != 0))
            .getter("line_buffering", self -> py.own(opened(self, py.no)))
            .getter("newlines", this::newlinesSeen);
    for (String ability : new String[] {"readable", "writable", "seekable"}) {
      builder.method(ability, self -> py.own(opened(self, py.yes)));
    }
    return builder.ready();
  }

  private long open(long self) {
    return StringIoLines.open(memory, self);
  }

  private long opened(long self, long result) {
    open(self);
    return result;
  }

  private long init(long self, long tuple, long keywords) {
    long[] values =
        py.arguments.parseTuple("StringIO", tuple, keywords, 0, "initial_value", "newline");
    long line = values[1] == 0 ? py.names.of("\n") : values[1];
    requireNewline(line);
    long text = values[0];
    if (text != 0 && text != py.none && !py.strs.is(text)) {
      throw Raise.typeError("initial_value must be str or None, not " + py.typeName(text));
    }
    points.release(self);
    memory.store64(self + POSITION, 0);
    setNewline(self, line);
    memory.store8(self + CLOSED, 0);
    memory.store8(self + OK, 1);
    if (text != 0 && text != py.none) {
      put(self, text);
    }
    memory.store64(self + POSITION, 0);
    return 0;
  }

  private void requireNewline(long line) {
    if (line == py.none) {
      return;
    }
    if (!py.strs.is(line)) {
      throw Raise.typeError("newline must be str or None, not " + py.typeName(line));
    }
    String text = py.strs.text(line);
    if (!text.isEmpty() && !text.equals("\n") && !text.equals("\r") && !text.equals("\r\n")) {
      throw Raise.valueError("illegal newline value: " + py.texts.reprText(line));
    }
  }

  private void setNewline(long self, long line) {
    boolean translate = line == py.none;
    boolean universal = translate || py.strs.length(line) == 0;
    boolean written = !universal && py.strs.at(line, 0) == '\r';
    memory.store8(self + UNIVERSAL, universal ? 1 : 0);
    memory.store8(self + TRANSLATE, translate ? 1 : 0);
    py.replace(self + READ_END, translate ? 0 : py.own(line));
    py.replace(self + WRITE_END, written ? py.own(line) : 0);
    py.replace(self + DECODER, universal ? newlines.create(translate) : 0);
  }

  private long write(long self, long text) {
    if (!py.strs.is(text)) {
      throw Raise.typeError("string argument expected, got '%s'".formatted(py.typeName(text)));
    }
    open(self);
    if (py.strs.length(text) > 0) {
      put(self, text);
    }
    return py.ints.of(py.strs.length(text));
  }

  private void put(long self, long text) {
    int[] content = py.strs.codePoints(text);
    if (memory.load64(self + DECODER) != 0) {
      content = newlines.decode(memory.load64(self + DECODER), content);
    } else if (memory.load64(self + WRITE_END) != 0) {
      String end = py.strs.text(memory.load64(self + WRITE_END));
      String whole = new String(content, 0, content.length).replace("\n", end);
      content = whole.codePoints().toArray();
    }
    long position = memory.load64(self + POSITION);
    points.write(self, position, content);
    memory.store64(self + POSITION, position + content.length);
  }

  private long next(long self) {
    open(self);
    long line = py.typeOf(self) == type ? lines.line(self, -1) : py.calls.method(self, "readline");
    if (!py.strs.is(line)) {
      String name = py.typeName(line);
      py.decref(line);
      throw Raise.of("OSError", "readline() should have returned a str object, not '" + name + "'");
    }
    if (py.strs.length(line) == 0) {
      py.decref(line);
      return 0;
    }
    return line;
  }

  private long seek(long self, long args, int count, long names) {
    long place = base.integer(py.arguments.get(args, 0));
    long origin = count < 2 ? 0 : py.numbers.longArgument(py.arguments.get(args, 1));
    open(self);
    if (origin < 0 || origin > 2) {
      throw Raise.valueError("Invalid whence (%d, should be 0, 1 or 2)".formatted(origin));
    }
    if (place < 0 && origin == 0) {
      throw Raise.valueError("Negative seek position " + place);
    }
    if (place != 0 && origin != 0) {
      throw Raise.of("OSError", "Can't do nonzero cur-relative seeks");
    }
    if (origin != 0) {
      place = origin == 1 ? memory.load64(self + POSITION) : points.length(self);
    }
    memory.store64(self + POSITION, place);
    return py.ints.of(place);
  }

  private long truncate(long self, long args, int count, long names) {
    open(self);
    boolean here = count == 0 || py.arguments.get(args, 0) == py.none;
    long size = here ? memory.load64(self + POSITION) : base.integer(py.arguments.get(args, 0));
    if (size < 0) {
      throw Raise.valueError("Negative size value " + size);
    }
    points.truncate(self, size);
    return py.ints.of(size);
  }

  private long close(long self) {
    memory.store8(self + CLOSED, 1);
    points.release(self);
    return py.newNone();
  }

  private long newlinesSeen(long self) {
    long decoder = memory.load64(open(self) + DECODER);
    return decoder == 0 ? py.newNone() : newlines.seen(decoder);
  }

  private long state(long self) {
    open(self);
    long text = points.text(self, 0, points.length(self));
    long end = memory.load64(self + READ_END);
    long position = py.ints.of(memory.load64(self + POSITION));
    long copy = base.copyOfDict(self + DICT);
    try {
      return py.tuples.of(text, end == 0 ? py.none : end, position, copy);
    } finally {
      py.decref(text);
      py.decref(position);
      py.decref(copy);
    }
  }

  private long setState(long self, long state) {
    base.requireState(self, state, 4);
    long arguments = py.tuples.of(py.tuples.get(state, 0), py.tuples.get(state, 1));
    try {
      init(self, arguments, 0);
    } finally {
      py.decref(arguments);
    }
    memory.store64(self + POSITION, base.integer(py.tuples.get(state, 2)));
    base.setDict(self + DICT, py.tuples.get(state, 3));
    return py.newNone();
  }
}
