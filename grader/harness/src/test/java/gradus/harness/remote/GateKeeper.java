package gradus.harness.remote;

import gradus.kit.PyError;
import gradus.kit.Todo;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongUnaryOperator;

/** What a student might have written: it runs in the worker only. */
final class GateKeeper implements Gate {
  @Override
  public long pass(long number) {
    return number;
  }

  @Override
  public String act(String kind) {
    switch (kind) {
      case "todo" -> throw new Todo();
      case "py" -> throw new PyError("IndexError", "list index out of range");
      case "exit" -> System.exit(3);
      case "sleep" -> sleep();
      case "thread" -> new Thread(GateKeeper::sleep).start();
      case "forge" -> forge();
      default -> throw new IllegalStateException(kind);
    }
    return kind;
  }

  @Override
  public long apply(String kind, LongUnaryOperator callBack) {
    if (kind.equals("swallow")) {
      return swallow(callBack);
    }
    return callBack.applyAsLong(1);
  }

  @Override
  public Gate same() {
    return this;
  }

  private static long swallow(LongUnaryOperator callBack) {
    try {
      return callBack.applyAsLong(1);
    } catch (PyError error) {
      return error.getMessage().length();
    } catch (RuntimeException | Error swallowed) {
      return -1;
    }
  }

  /** Writes to the wire behind the worker's back, and keeps the worker from answering as well. */
  private static void forge() {
    try (OutputStream wire = new FileOutputStream("/proc/self/fd/4")) {
      wire.write(new byte[] {0, 0, 0, 9, 4, 0, 0, 0, 99, 0, 0, 0, 0});
      sleep();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
