package gradus.engine.builtin;

import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.Buffers;
import gradus.engine.object.Comparisons;
import gradus.engine.object.MemoryViews;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;
import java.util.Arrays;

/** The type {@code memoryview}: attributes and methods (Objects/memoryobject.c). */
final class MemoryViewType {

  private final Space py;
  private final Memory memory;
  private final MemoryViews views;
  private final ViewSubscripts subscripts;

  MemoryViewType(Space py) {
    this.py = py;
    memory = py.memory;
    views = py.memoryViews;
    subscripts = new ViewSubscripts(py);
  }

  void define() {
    TypeBuilder.of(py, views.managedType())
        .container(
            (managed, visitor) -> {
              if (views.exporter(managed) != 0) {
                visitor.accept(views.exporter(managed));
              }
            })
        .clear(views::releaseManaged)
        .dealloc(views::deallocManaged)
        .ready();
    TypeBuilder type =
        TypeBuilder.of(py, views.type())
            .container(
                (view, visitor) -> {
                  if (memory.load64(view + MemoryViews.MANAGED) != 0) {
                    visitor.accept(memory.load64(view + MemoryViews.MANAGED));
                  }
                })
            .clear(views::clear)
            .dealloc(views::dealloc)
            .weakListAt(MemoryViews.WEAKLIST)
            .slot("tp_new", (Ternary) this::create)
            .slot("tp_repr", (Unary) this::repr)
            .slot("tp_hash", (Unary) this::hash)
            .slot("tp_richcompare", (Ternary) this::compare)
            .slot("sq_length", (Unary) this::length)
            .slot("sq_item", (Binary) subscripts::item)
            .slot("mp_length", (Unary) this::length)
            .slot("mp_subscript", (Binary) subscripts::get)
            .slot("mp_ass_subscript", (Ternary) subscripts::set)
            .slot("bf_getbuffer", (Ternary) this::getBuffer)
            .slot("bf_releasebuffer", (Binary) this::releaseBuffer);
    attributes(type);
    methods(type);
    type.ready();
  }

  private void attributes(TypeBuilder type) {
    getter(type, "obj", this::object);
    getter(type, "nbytes", view -> py.ints.of(memory.load64(views.view(view) + Buffers.LENGTH)));
    getter(
        type, "itemsize", view -> py.ints.of(memory.load64(views.view(view) + Buffers.ITEM_SIZE)));
    getter(
        type,
        "readonly",
        view -> py.bool(memory.load32(views.view(view) + Buffers.READ_ONLY) != 0));
    getter(type, "ndim", view -> py.ints.of(views.dimensions(view)));
    getter(type, "format", view -> py.strs.of(subscripts.format(view)));
    getter(type, "shape", view -> sizes(view, true));
    getter(type, "strides", view -> sizes(view, false));
    getter(type, "suboffsets", view -> py.tuples.empty());
    getter(type, "c_contiguous", view -> py.bool(views.isContiguous(view)));
    getter(type, "f_contiguous", view -> py.bool(views.isFortranContiguous(view)));
    getter(
        type,
        "contiguous",
        view -> py.bool(views.isContiguous(view) || views.isFortranContiguous(view)));
  }

  private void getter(TypeBuilder type, String name, Unary body) {
    type.getter(name, alive(body));
  }

  private Unary alive(Unary body) {
    return view -> {
      views.requireAlive(view);
      return body.call(view);
    };
  }

  private void methods(TypeBuilder type) {
    type.method("tobytes", alive(view -> py.bytes.of(content(view))))
        .method("tolist", alive(subscripts::list))
        .method("hex", alive(view -> py.strs.of(java.util.HexFormat.of().formatHex(content(view)))))
        .methods("cast", this::cast)
        .method("release", this::release)
        .method("__enter__", alive(py::own))
        .methods("__exit__", 0, 3, (view, args, n, k) -> release(view));
  }

  private byte[] content(long view) {
    return py.buffers.bytesOf(views.view(view));
  }

  private long create(long type, long tuple, long keywords) {
    long[] values = py.arguments.parseTuple("memoryview", tuple, keywords, 1, "object");
    return views.of(values[0]);
  }

  private long object(long view) {
    long object = memory.load64(views.view(view) + Buffers.OBJ);
    return object == 0 ? py.newNone() : py.own(object);
  }

  private long sizes(long view, boolean shape) {
    int dimensions = views.dimensions(view);
    long tuple = py.tuples.create(dimensions);
    for (int at = 0; at < dimensions; at++) {
      long size = shape ? views.shape(view, at) : views.stride(view, at);
      py.tuples.set(tuple, at, py.ints.of(size));
    }
    return tuple;
  }

  private long repr(long view) {
    String what = views.isReleased(view) ? "released memory" : "memory";
    return py.strs.of("<%s at 0x%x>".formatted(what, view));
  }

  private long hash(long view) {
    long known = memory.load64(view + MemoryViews.HASH);
    if (known != -1) {
      return known;
    }
    views.requireAlive(view);
    if (memory.load32(views.view(view) + Buffers.READ_ONLY) == 0) {
      throw Raise.valueError("cannot hash writable memoryview object");
    }
    if ("Bbc".indexOf(ViewItems.code(subscripts.format(view))) < 0) {
      throw Raise.valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    }
    long bytes = py.bytes.of(content(view));
    long hash = py.bytes.hash(bytes);
    py.decref(bytes);
    memory.store64(view + MemoryViews.HASH, hash);
    return hash;
  }

  private long compare(long self, long other, long op) {
    if (op != Comparisons.EQ && op != Comparisons.NE) {
      return py.newNotImplemented();
    }
    boolean dead = views.isReleased(self) || (views.is(other) && views.isReleased(other));
    if (dead) {
      return py.bool((self == other) == (op == Comparisons.EQ));
    }
    if (!py.buffers.supports(other)) {
      return py.newNotImplemented();
    }
    long right = views.of(other);
    try {
      return py.bool(equal(self, right) == (op == Comparisons.EQ));
    } finally {
      py.decref(right);
    }
  }

  private boolean equal(long left, long right) {
    if (views.dimensions(left) != views.dimensions(right)) {
      return false;
    }
    for (int at = 0; at < views.dimensions(left); at++) {
      if (views.shape(left, at) != views.shape(right, at)) {
        return false;
      }
    }
    if (subscripts.format(left).equals(subscripts.format(right))
        && "fd".indexOf(ViewItems.code(subscripts.format(left))) < 0) {
      return Arrays.equals(content(left), content(right));
    }
    long leftItems = subscripts.list(left);
    long rightItems = subscripts.list(right);
    try {
      return py.comparisons.equal(leftItems, rightItems);
    } finally {
      py.decref(leftItems);
      py.decref(rightItems);
    }
  }

  private long length(long view) {
    views.requireAlive(view);
    return views.dimensions(view) == 0 ? 1 : views.shape(view, 0);
  }

  private long getBuffer(long self, long view, long flags) {
    views.requireAlive(self);
    boolean readOnly = memory.load32(views.view(self) + Buffers.READ_ONLY) != 0;
    if ((flags & Buffers.WRITABLE) != 0 && readOnly) {
      throw Raise.of("BufferError", "memoryview: underlying buffer is not writable");
    }
    if ((flags & Buffers.WITH_STRIDES) != Buffers.WITH_STRIDES && !views.isContiguous(self)) {
      throw Raise.of("BufferError", "memoryview: underlying buffer is not C-contiguous");
    }
    memory.copy(view, views.view(self), Buffers.SIZE);
    memory.store64(view + Buffers.OBJ, py.own(self));
    if ((flags & Buffers.WITH_FORMAT) == 0) {
      memory.store64(view + Buffers.FORMAT, 0);
    }
    memory.store64(self + MemoryViews.EXPORTS, memory.load64(self + MemoryViews.EXPORTS) + 1);
    return 0;
  }

  private long releaseBuffer(long self, long view) {
    memory.store64(self + MemoryViews.EXPORTS, memory.load64(self + MemoryViews.EXPORTS) - 1);
    return 0;
  }

  private long release(long view) {
    views.release(view);
    return py.newNone();
  }

  private long cast(long self, long args, int count, long names) {
    long[] values = py.arguments.parse("cast", args, count, names, 1, "format", "shape");
    views.requireAlive(self);
    return new ViewCast(py, subscripts).cast(self, values[0], values[1]);
  }
}
