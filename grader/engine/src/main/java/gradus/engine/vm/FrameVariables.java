package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/**
 * A frame's variables as a mapping, and back: the fast locals and the cells (PyFrame_FastToLocals
 * and PyFrame_LocalsToFast).
 */
final class FrameVariables {

  /** One of the code's tuples of names, and where in the frame their values lie. */
  private interface Copy {

    void variables(long names, long first, boolean cells);
  }

  private final Space py;
  private final Memory memory;
  private final CodeObjects codes;

  FrameVariables(Space py, CodeObjects codes) {
    this.py = py;
    this.codes = codes;
    memory = py.memory;
  }

  /** The mapping, borrowed, with the values of now; the frame keeps it. */
  long toLocals(long frame) {
    long locals = memory.load64(frame + Frames.LOCALS);
    if (locals == 0) {
      locals = py.dicts.create();
      memory.store64(frame + Frames.LOCALS, locals);
    }
    long mapping = locals;
    each(frame, (names, first, cells) -> copyOut(mapping, names, first, cells));
    return locals;
  }

  /** Gives the variables the values they have in the mapping; those it lacks are unbound. */
  void toFast(long frame) {
    long locals = memory.load64(frame + Frames.LOCALS);
    if (locals != 0) {
      each(frame, (names, first, cells) -> copyIn(locals, names, first, cells));
    }
  }

  private void each(long frame, Copy copy) {
    long code = memory.load64(frame + Frames.CODE);
    long first = frame + Frames.FAST;
    copy.variables(memory.load64(code + CodeObjects.VARNAMES), first, false);
    first += 8L * memory.load32(code + CodeObjects.NLOCALS);
    long cells = memory.load64(code + CodeObjects.CELLVARS);
    copy.variables(cells, first, true);
    if ((codes.flags(code) & Flags.OPTIMIZED) != 0) {
      first += 8L * py.tuples.size(cells);
      copy.variables(memory.load64(code + CodeObjects.FREEVARS), first, true);
    }
  }

  /** Copies backwards, as CPython does: the dict's order shows it. */
  private void copyOut(long locals, long names, long first, boolean cells) {
    for (int index = py.tuples.size(names) - 1; index >= 0; index--) {
      long name = py.tuples.get(names, index);
      long value = memory.load64(first + 8L * index);
      value = cells && value != 0 ? memory.load64(value + Cells.VALUE) : value;
      if (value != 0) {
        py.items.set(locals, name, value);
      } else if (py.items.contains(locals, name)) {
        py.items.set(locals, name, 0);
      }
    }
  }

  private void copyIn(long locals, long names, long first, boolean cells) {
    for (int index = py.tuples.size(names) - 1; index >= 0; index--) {
      long place = first + 8L * index;
      long value = valueOrNull(locals, py.tuples.get(names, index));
      if (cells) {
        place = memory.load64(place) + Cells.VALUE;
      }
      if (memory.load64(place) == value) {
        py.xdecref(value);
      } else {
        py.replace(place, value);
      }
    }
  }

  private long valueOrNull(long locals, long name) {
    try {
      return py.items.get(locals, name);
    } catch (Raise raise) {
      py.exceptions.drop(raise);
      return 0;
    }
  }
}
