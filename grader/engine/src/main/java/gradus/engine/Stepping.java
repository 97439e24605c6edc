package gradus.engine;

import gradus.engine.vm.LimitExceeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** One run of a program that stops where it is told to, and waits. */
final class Stepping implements InstructionListener {

  /** Where to stop next. */
  interface Stop {

    boolean at(long frame, boolean beginsLine);
  }

  private final PythonProcess process;
  private final FrameReader reader;
  private final Subscription subscription;
  private final Map<Long, Long> tops = new HashMap<>();
  private final BlockingQueue<Boolean> stops = new LinkedBlockingQueue<>();
  private final Future<Boolean> program;
  private Stop stop = (frame, beginsLine) -> true;
  private boolean abandoned;
  private boolean running = true;
  private long position = -1;
  private long current;

  /** Begins a program, which stops before its first instruction. */
  Stepping(PythonProcess process, String filename, byte[] source) {
    this.process = process;
    reader = new FrameReader(process.python());
    subscription = process.observers().step(this);
    program =
        process
            .thread()
            .start(
                () -> {
                  try {
                    process.here(() -> process.python().runInMain(filename, source));
                  } finally {
                    stops.add(false);
                  }
                  return true;
                });
    awaitFirst();
  }

  private void awaitFirst() {
    try {
      await();
    } catch (RuntimeException notBegun) {
      process.close();
      throw notBegun;
    }
  }

  @Override
  public void instruction(long frame, long top, boolean beginsLine) {
    position++;
    current = frame;
    tops.put(frame, top);
    if (stop.at(frame, beginsLine)) {
      stops.add(true);
      process.thread().serve();
      if (abandoned) {
        throw new LimitExceeded(LimitExceeded.Limit.INTEREST, "the program was abandoned");
      }
    }
  }

  PythonProcess process() {
    return process;
  }

  boolean isRunning() {
    return running;
  }

  /** The instructions that have run. */
  long position() {
    return running ? position : position + 1;
  }

  /** The frame that stands before its next instruction. */
  long current() {
    return current;
  }

  int depth(long frame) {
    int depth = 0;
    for (long at = frame; at != 0; at = reader.back(at)) {
      depth++;
    }
    return depth;
  }

  List<FrameView> frames() {
    List<FrameView> frames = new ArrayList<>();
    for (long at = running ? current : 0; at != 0; at = reader.back(at)) {
      frames.add(reader.read(at, tops.getOrDefault(at, 0L)));
    }
    return List.copyOf(frames);
  }

  /** Goes on up to the next instruction that is asked for, or to the end. */
  void goOn(Stop newStop) {
    if (running) {
      stop = newStop;
      process.limitTime();
      process.thread().goOn();
      await();
    }
  }

  private void await() {
    try {
      running = stops.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Python was running", interrupted);
    }
    if (!running) {
      subscription.close();
      PythonThread.result(program);
    }
  }

  /** Ends the program where it stands, and its process. */
  void abandon() {
    abandoned = true;
    if (running) {
      process.thread().goOn();
      running = false;
    }
    process.close();
  }
}
