package gradus.engine.compiler.listing;

import gradus.engine.compiler.code.Code;
import java.util.LinkedHashMap;
import java.util.Map;

/** The offsets at which source lines begin ({@code dis.findlinestarts}). */
public final class LineStarts {
  private LineStarts() {}

  /** Line numbers by the byte offset they begin at, in order. */
  public static Map<Integer, Integer> of(Code code) {
    Map<Integer, Integer> starts = new LinkedHashMap<>();
    int last = -1;
    int lineno = code.firstlineno();
    int offset = 0;
    for (int i = 0; i + 1 < code.lnotab().length(); i += 2) {
      int step = code.lnotab().at(i);
      if (step != 0) {
        if (lineno != last) {
          starts.put(offset, lineno);
          last = lineno;
        }
        offset += step;
      }
      lineno += (byte) code.lnotab().at(i + 1);
    }
    if (lineno != last) {
      starts.put(offset, lineno);
    }
    return starts;
  }
}
