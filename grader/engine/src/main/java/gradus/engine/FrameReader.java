package gradus.engine;

import static gradus.engine.layout.CodeStructs.CODE;
import static gradus.engine.layout.CodeStructs.FRAME;

import gradus.engine.lib.Python;
import gradus.engine.memory.Memory;
import gradus.engine.object.Space;
import java.util.ArrayList;
import java.util.List;

/** Reads frames from memory. */
final class FrameReader {

  private static final int WORD = 8;
  private static final int BLOCK = FRAME.offset("f_blockstack[0].b_type");
  private static final int BLOCK_SIZE = 12;

  private final Space py;
  private final Memory memory;
  private final Places places;

  FrameReader(Python python) {
    py = python.py;
    memory = py.memory;
    places = new Places(python);
  }

  /**
   * Reads a frame that is suspended or has not begun: its own {@code f_stacktop} tells where its
   * value stack ends.
   */
  FrameView read(long frame) {
    return read(frame, memory.load64(frame + FRAME.offset("f_stacktop")));
  }

  /** Reads a frame whose value stack ends at an address, 0 if it has none. */
  FrameView read(long frame, long top) {
    return new FrameView(
        places.of(frame),
        places.instruction(frame),
        locals(frame),
        stack(frame, top),
        blocks(frame));
  }

  long back(long frame) {
    return memory.load64(frame + FRAME.offset("f_back"));
  }

  private List<FrameView.Slot> locals(long frame) {
    List<FrameView.Slot> slots = new ArrayList<>();
    long place = frame + FRAME.size();
    for (String field : List.of("co_varnames", "co_cellvars", "co_freevars")) {
      long names = memory.load64(places.code(frame) + CODE.offset(field));
      for (int index = 0; index < py.tuples.size(names); index++, place += WORD) {
        slots.add(slot(py.strs.text(py.tuples.get(names, index)), place));
      }
    }
    return slots;
  }

  private List<FrameView.Slot> stack(long frame, long top) {
    List<FrameView.Slot> slots = new ArrayList<>();
    long bottom = memory.load64(frame + FRAME.offset("f_valuestack"));
    for (long place = bottom; place < top; place += WORD) {
      slots.add(slot(Long.toString((place - bottom) / WORD), place));
    }
    return slots;
  }

  private FrameView.Slot slot(String name, long place) {
    long object = memory.load64(place);
    return new FrameView.Slot(name, object, object == 0 ? "" : py.typeName(object));
  }

  private List<FrameView.Block> blocks(long frame) {
    List<FrameView.Block> blocks = new ArrayList<>();
    int count = memory.load32(frame + FRAME.offset("f_iblock"));
    for (int index = 0; index < count; index++) {
      long block = frame + BLOCK + (long) index * BLOCK_SIZE;
      blocks.add(
          new FrameView.Block(
              memory.load32(block), memory.load32(block + 4), memory.load32(block + 8)));
    }
    return blocks;
  }
}
