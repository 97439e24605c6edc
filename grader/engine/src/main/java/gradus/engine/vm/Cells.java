package gradus.engine.vm;

import gradus.engine.layout.CodeStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;

/** Cells: variables that an inner function shares with an outer one (Objects/cellobject.c). */
final class Cells {

  static final int VALUE = CodeStructs.CELL.offset("ob_ref");

  private final Space py;
  private final Memory memory;
  private final long type;

  Cells(Space py) {
    this.py = py;
    memory = py.memory;
    type =
        TypeBuilder.define(py, "cell", CodeStructs.CELL)
            .container(
                (cell, visitor) -> {
                  if (memory.load64(cell + VALUE) != 0) {
                    visitor.accept(memory.load64(cell + VALUE));
                  }
                })
            .clear(cell -> py.clear(cell + VALUE))
            .dealloc(
                cell -> {
                  py.untrack(cell);
                  py.xdecref(memory.load64(cell + VALUE));
                  py.free(cell);
                })
            .slot("tp_repr", (Unary) this::repr)
            .getter("cell_contents", this::contents)
            .ready();
  }

  /** A cell with a value, whose reference is taken over, or 0. */
  long of(long value) {
    long cell = py.create(type);
    memory.store64(cell + VALUE, value);
    return cell;
  }

  private long contents(long cell) {
    long value = memory.load64(cell + VALUE);
    if (value == 0) {
      throw Raise.valueError("Cell is empty");
    }
    return py.own(value);
  }

  private long repr(long cell) {
    long value = memory.load64(cell + VALUE);
    String content =
        value == 0 ? "empty" : "%s object at 0x%x".formatted(py.typeName(value), value);
    return py.strs.of("<cell at 0x%x: %s>".formatted(cell, content));
  }
}
