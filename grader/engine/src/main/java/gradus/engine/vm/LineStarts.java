package gradus.engine.vm;

import gradus.engine.memory.Memory;
import java.util.HashMap;
import java.util.Map;

/** Tells which instructions begin a line (maybe_call_line_trace in Python/ceval.c). */
public final class LineStarts {

  /** What one run of a frame, up to its end or its next yield, has come past. */
  private static final class Run {

    private int lower;
    private int upper = -1;
    private int previous = -1;
    private int line;
  }

  private final Memory memory;
  private final CodeObjects codes;
  private final Map<Long, Run> runs = new HashMap<>();

  public LineStarts(Machine machine) {
    memory = machine.py.memory;
    codes = machine.codes;
  }

  /** A frame begins, goes on, or is left. */
  public void forget(long frame) {
    runs.remove(frame);
  }

  /**
   * To be asked before each instruction of a frame.
   *
   * @return the line that begins with it; 0 if none does
   */
  public int lineBegunBy(long frame) {
    int lasti = memory.load32(frame + Frames.LASTI);
    Run run = runs.computeIfAbsent(frame, this::begun);
    if (lasti < run.lower || lasti >= run.upper) {
      CodeObjects.LineRange range = codes.lineRange(memory.load64(frame + Frames.CODE), lasti);
      run.lower = range.from();
      run.upper = range.to();
      run.line = range.line();
    }
    boolean begins = lasti == run.lower || lasti < run.previous;
    run.previous = lasti;
    return begins ? run.line : 0;
  }

  private Run begun(long frame) {
    Run run = new Run();
    run.line = memory.load32(frame + Frames.LINENO);
    return run;
  }
}
