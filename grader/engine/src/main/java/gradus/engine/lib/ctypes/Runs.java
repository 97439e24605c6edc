package gradus.engine.lib.ctypes;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import java.util.function.LongUnaryOperator;

/** Slices of arrays and pointers: bytes or text where the items are characters, else a list. */
final class Runs {

  private final Ctypes ctypes;
  private final Space py;

  Runs(Ctypes ctypes) {
    this.ctypes = ctypes;
    py = ctypes.py;
  }

  /**
   * Reads some items.
   *
   * @param place where the item of an index lies
   * @param item the item of an index as an object
   * @param index the index of the first, second, … item
   */
  long read(
      long type,
      long count,
      LongUnaryOperator place,
      LongUnaryOperator item,
      LongUnaryOperator index) {
    CtypeInfo info = ctypes.info(type);
    if (info.code == 'c') {
      byte[] bytes = new byte[(int) count];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) py.memory.load8(place.applyAsLong(index.applyAsLong(at)));
      }
      return py.bytes.of(bytes);
    }
    return info.code == 'u' ? text(count, item, index) : list(count, item, index);
  }

  private long text(long count, LongUnaryOperator item, LongUnaryOperator index) {
    StringBuilder out = new StringBuilder();
    for (long at = 0; at < count; at++) {
      out.append(py.texts.take(item.applyAsLong(index.applyAsLong(at))));
    }
    return py.strs.of(out.toString());
  }

  private long list(long count, LongUnaryOperator item, LongUnaryOperator index) {
    long list = py.lists.create(0);
    try {
      for (long at = 0; at < count; at++) {
        long object = item.applyAsLong(index.applyAsLong(at));
        py.listOps.append(list, object);
        py.decref(object);
      }
      return list;
    } catch (Raise raise) {
      py.decref(list);
      throw raise;
    }
  }
}
