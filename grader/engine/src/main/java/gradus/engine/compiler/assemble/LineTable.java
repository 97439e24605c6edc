package gradus.engine.compiler.assemble;

import java.io.ByteArrayOutputStream;

/**
 * Builds {@code co_lnotab} (Objects/lnotab_notes.txt): pairs of an unsigned step in the code and a
 * signed step in the lines; a larger step takes several pairs.
 */
final class LineTable {
  private static final int MAX_OFFSET_STEP = 255;
  private static final int MAX_LINE_STEP = 127;
  private static final int MIN_LINE_STEP = -128;

  private final ByteArrayOutputStream table = new ByteArrayOutputStream();
  private int lineno;
  private int offset;

  LineTable(int firstLineno) {
    this.lineno = firstLineno;
  }

  /** Notes that a line begins at an offset, in bytes. */
  void add(int newOffset, int newLineno) {
    int offsetStep = newOffset - offset;
    int lineStep = newLineno - lineno;
    if (offsetStep == 0 && lineStep == 0) {
      return;
    }
    if (offsetStep > MAX_OFFSET_STEP) {
      for (int n = offsetStep / MAX_OFFSET_STEP; n > 0; n--) {
        pair(MAX_OFFSET_STEP, 0);
      }
      offsetStep %= MAX_OFFSET_STEP;
    }
    if (lineStep < MIN_LINE_STEP || lineStep > MAX_LINE_STEP) {
      int largest = lineStep < 0 ? MIN_LINE_STEP : MAX_LINE_STEP;
      for (int n = lineStep / largest; n > 0; n--) {
        pair(offsetStep, largest);
        offsetStep = 0;
      }
      lineStep %= largest;
    }
    pair(offsetStep, lineStep);
    offset = newOffset;
    lineno = newLineno;
  }

  private void pair(int offsetStep, int lineStep) {
    table.write(offsetStep);
    table.write(lineStep);
  }

  byte[] toByteArray() {
    return table.toByteArray();
  }
}
