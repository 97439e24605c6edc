package lessons.zoo;

import gradus.kit.PyError;
import gradus.kit.Todo;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/** A hostile, or merely unlucky, student's class. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class Troublemaker implements Trouble {
  private static LongUnaryOperator kept = LongUnaryOperator.identity();

  @Override
  public String text(String kind) {
    switch (kind) {
      case "todo" -> throw new Todo();
      case "py" -> throw new PyError("IndexError", "pop from empty list");
      case "null py" -> throw new PyError(null, null);
      case "hostile" -> throw new Hostile();
      case "null message" -> throw new IllegalStateException();
      case "huge message" -> throw new IllegalStateException("x".repeat(50_000_000));
      case "initialiser" -> Broken.touch();
      case "overflow" -> throw new IllegalStateException("depth " + depth(null));
      case "memory" ->
          throw new IllegalStateException("size " + new long[Integer.MAX_VALUE].length);
      case "print" -> print("x".repeat(100_000));
      case "exit" -> System.exit(0);
      case "halt" -> Runtime.getRuntime().halt(0);
      case "sleep" -> sleep();
      case "thread" -> daemon(Troublemaker::sleep);
      case "short thread" -> join(daemon(() -> {}));
      default -> {
        return "y".repeat(Integer.parseInt(kind));
      }
    }
    return "fine";
  }

  @Override
  public List<Long> list(String kind) {
    return switch (kind) {
      case "cyclic" -> cyclic();
      case "endless" -> new Lying(Integer.MAX_VALUE);
      case "throwing" -> new Lying(3);
      case "wrong" -> (List) List.of("a string");
      case "null" -> null;
      case "nulls" -> {
        List<Long> nulls = new ArrayList<>();
        nulls.add(null);
        yield nulls;
      }
      default -> LongStream.range(0, Long.parseLong(kind)).boxed().toList();
    };
  }

  @Override
  public long number(String kind, LongUnaryOperator callBack) {
    return switch (kind) {
      case "keep" -> {
        kept = callBack;
        yield 0;
      }
      case "use kept" -> kept.applyAsLong(1);
      case "swallow" -> swallow(callBack);
      case "other thread" -> otherThread(callBack);
      case "deep" -> deep(callBack, 0);
      case "flood" -> LongStream.range(0, 5_000).map(callBack).sum();
      case "rebuilt" -> rebuilt(callBack);
      case "hash" ->
          callBack.hashCode() == callBack.hashCode() && callBack.equals(callBack) ? 1 : 0;
      default -> callBack.applyAsLong(Long.parseLong(kind));
    };
  }

  @Override
  public Trouble another() {
    return new Troublemaker();
  }

  private static List<Long> cyclic() {
    List list = new ArrayList<>();
    list.add(list);
    return list;
  }

  private static long swallow(LongUnaryOperator callBack) {
    try {
      return callBack.applyAsLong(1);
    } catch (Throwable swallowed) {
      return -1;
    }
  }

  private static long rebuilt(LongUnaryOperator callBack) {
    try {
      return callBack.applyAsLong(1);
    } catch (PyError error) {
      return error.type().equals("KeyError") && error.getMessage().equals("'k'") ? 1 : 0;
    }
  }

  private static long otherThread(LongUnaryOperator callBack) {
    List<Throwable> thrown = new ArrayList<>();
    Thread thread = new Thread(() -> callBack.applyAsLong(1));
    thread.setUncaughtExceptionHandler((t, e) -> thrown.add(e));
    thread.start();
    join(thread);
    return thrown.get(0) instanceof IllegalStateException ? 1 : 0;
  }

  /** Calls back from every depth until the stack is used up, then once more. */
  private static long deep(LongUnaryOperator callBack, long depth) {
    try {
      callBack.applyAsLong(depth);
      return deep(callBack, depth + 1);
    } catch (StackOverflowError e) {
      return depth;
    }
  }

  private static int depth(Object unused) {
    return 1 + depth(unused);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void print(String text) {
    System.out.println(text);
    System.err.println(text);
  }

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Broken {
    static {
      if (depthOfTrouble() > 0) {
        throw new IllegalArgumentException("in a static initialiser");
      }
    }

    static int depthOfTrouble() {
      return 1;
    }

    static void touch() {}
  }

  private static final class Hostile extends RuntimeException {
    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      return null;
    }

    @Override
    public String toString() {
      throw new IllegalStateException("no text");
    }
  }

  /** Says it is empty, and has {@code count} elements before it throws. */
  private static final class Lying extends AbstractList<Long> {
    private final int count;

    Lying(int count) {
      this.count = count;
    }

    @Override
    public Long get(int index) {
      return 1L;
    }

    @Override
    public int size() {
      return 0;
    }

    @Override
    public Iterator<Long> iterator() {
      return new Iterator<>() {
        private int given;

        @Override
        public boolean hasNext() {
          return true;
        }

        @Override
        public Long next() {
          if (given++ == count) {
            throw new IllegalStateException("enough");
          }
          return 1L;
        }
      };
    }
  }
}
