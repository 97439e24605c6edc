package gradus.engine.builtin;

import gradus.engine.memory.Memory;
import gradus.engine.object.Buffers;
import gradus.engine.object.MemoryViews;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeFlags;

/** {@code memoryview.cast}: the same bytes with another format or shape. */
final class ViewCast {

  private static final int MAX_DIMENSIONS = 64;

  private final Space py;
  private final Memory memory;
  private final MemoryViews views;
  private final ViewSubscripts subscripts;

  ViewCast(Space py, ViewSubscripts subscripts) {
    this.py = py;
    this.subscripts = subscripts;
    memory = py.memory;
    views = py.memoryViews;
  }

  long cast(long self, long format, long shape) {
    if (!py.strs.is(format)) {
      throw Raise.typeError("memoryview: format argument must be a string");
    }
    if (!views.isContiguous(self)) {
      throw Raise.typeError("memoryview: casts are restricted to C-contiguous views");
    }
    boolean shaped = shape != 0 && shape != py.none;
    if (shaped && !py.types.is(shape, TypeFlags.LIST) && !py.tuples.is(shape)) {
      throw Raise.typeError("shape must be a list or a tuple");
    }
    if (shaped && views.dimensions(self) > 1 && py.items.length(shape) > 1) {
      throw Raise.typeError("memoryview: cast must be 1D -> ND or ND -> 1D");
    }
    int dimensions = shaped ? (int) py.items.length(shape) : 1;
    if (dimensions > MAX_DIMENSIONS) {
      throw Raise.valueError("memoryview: number of dimensions must not exceed 64");
    }
    long result = views.withDimensions(self, dimensions);
    try {
      setFormat(self, result, py.strs.text(format));
      setShape(result, shaped ? shape : 0);
      views.setStrides(result, dimensions);
      views.setFlags(result);
      return result;
    } catch (Raise raise) {
      py.decref(result);
      throw raise;
    }
  }

  private void setFormat(long self, long result, String format) {
    char to = ViewItems.code(format);
    if (to == 0) {
      throw Raise.valueError(
          "memoryview: destination format must be a native single character format prefixed with"
              + " an optional '@'");
    }
    char from = ViewItems.code(subscripts.format(self));
    if ("Bbc".indexOf(from) < 0 && "Bbc".indexOf(to) < 0) {
      throw Raise.typeError("memoryview: cannot cast between two non-byte formats");
    }
    long view = views.view(result);
    int size = ViewItems.size(to);
    if (memory.load64(view + Buffers.LENGTH) % size != 0) {
      throw Raise.typeError("memoryview: length is not a multiple of itemsize");
    }
    memory.store64(view + Buffers.FORMAT, py.buffers.formatOf(format));
    memory.store64(view + Buffers.ITEM_SIZE, size);
  }

  private void setShape(long result, long shape) {
    long view = views.view(result);
    long length = memory.load64(view + Buffers.LENGTH);
    long size = memory.load64(view + Buffers.ITEM_SIZE);
    if (shape == 0) {
      views.setShape(result, 0, length / size);
      return;
    }
    long product = size;
    for (int at = 0; at < py.items.length(shape); at++) {
      long item = py.items.item(shape, at);
      long extent = extent(item);
      py.decref(item);
      views.setShape(result, at, extent);
      if (product > Long.MAX_VALUE / extent) {
        throw Raise.valueError("memoryview.cast(): product(shape) > SSIZE_MAX");
      }
      product *= extent;
    }
    if (product != length) {
      throw Raise.typeError("memoryview: product(shape) * itemsize != buffer size");
    }
  }

  private long extent(long item) {
    if (!py.types.is(item, TypeFlags.LONG)) {
      throw Raise.typeError("memoryview.cast(): elements of shape must be integers");
    }
    long extent = py.numbers.sizeArgument(item);
    if (extent <= 0) {
      throw Raise.valueError("memoryview.cast(): elements of shape must be integers > 0");
    }
    return extent;
  }
}
