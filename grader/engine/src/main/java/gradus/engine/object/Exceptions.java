package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Exceptions as objects: making, matching, letting go; and the depth of recursion. */
public final class Exceptions {

  public static final int DICT = ObjectStructs.EXCEPTION.offset("dict");
  public static final int ARGS = ObjectStructs.EXCEPTION.offset("args");
  public static final int TRACEBACK = ObjectStructs.EXCEPTION.offset("traceback");
  public static final int CONTEXT = ObjectStructs.EXCEPTION.offset("context");
  public static final int CAUSE = ObjectStructs.EXCEPTION.offset("cause");
  public static final int SUPPRESS = ObjectStructs.EXCEPTION.offset("suppress_context");
  public static final int STOP_VALUE = ObjectStructs.STOP_ITERATION.offset("value");

  private static final int RECOVERY = 50;

  private final Space py;
  private final Map<String, Long> types = new HashMap<>();
  private BiConsumer<Long, Long> unraisable = (exception, where) -> {};
  private int depth;
  private int limit = 1000;
  private boolean overflowed;

  Exceptions(Space py) {
    this.py = py;
  }

  public void define() {
    new ExceptionTypes(py, types).define();
  }

  /** The address of a built-in exception type, borrowed. */
  public long type(String name) {
    return Objects.requireNonNull(types.get(name), name);
  }

  /** All built-in exception types by name. */
  public Map<String, Long> all() {
    return Map.copyOf(types);
  }

  /** The exception as an object, made now if it was not before; borrowed from the raise. */
  public long object(Raise raise) {
    if (raise.object() == 0) {
      raise.materialise(make(raise.type(), raise.text()));
    }
    return raise.object();
  }

  private long make(String type, String text) {
    if (text.isEmpty()) {
      return py.calls.call(type(type));
    }
    long message = py.strs.of(text);
    try {
      return py.calls.call(type(type), message);
    } finally {
      py.decref(message);
    }
  }

  /** Whether an exception is of a built-in type or of one that descends from it. */
  public boolean matches(Raise raise, String name) {
    if (raise.object() != 0) {
      return py.typeObjects.isInstance(raise.object(), type(name));
    }
    return raise.type().equals(name) || py.typeObjects.isSubtype(type(raise.type()), type(name));
  }

  /** Forgets an exception that was caught. */
  public void drop(Raise raise) {
    py.xdecref(raise.object());
  }

  /** Forgets an exception of a type; throws any other on. */
  public void swallow(Raise raise, String name) {
    if (!matches(raise, name)) {
      throw raise;
    }
    drop(raise);
  }

  /** An exception in the place of another, which is its cause and is taken over. */
  Raise inPlaceOf(Raise cause, Raise raise) {
    long exception = object(raise);
    long old = object(cause);
    py.replace(exception + CAUSE, old);
    py.replace(exception + CONTEXT, py.own(old));
    py.memory.store8(exception + SUPPRESS, 1);
    raise.contextIsSet();
    return raise;
  }

  /** StopIteration with a value; the reference is not taken over. */
  public Raise stopIteration(long value) {
    if (py.tuples.is(value) || py.types.is(value, TypeFlags.EXCEPTION)) {
      long arguments = py.tuples.of(value);
      long exception = py.calls.call(type("StopIteration"), arguments, 0L);
      py.decref(arguments);
      return Raise.object(exception);
    }
    return Raise.object(py.calls.call(type("StopIteration"), value));
  }

  /** KeyError for a key. */
  public Raise keyError(long key) {
    long arguments = py.tuples.of(key);
    try {
      return Raise.object(py.calls.call(type("KeyError"), arguments, 0L));
    } finally {
      py.decref(arguments);
    }
  }

  /** Says where exceptions go that nobody can catch: the object, and the function it came from. */
  public void unraisableTo(BiConsumer<Long, Long> consumer) {
    unraisable = consumer;
  }

  /** Reports an exception that nobody can catch, and forgets it. */
  public void unraisable(Raise raise, long where) {
    unraisable.accept(object(raise), where);
    drop(raise);
  }

  /** The depth at which RecursionError is raised. */
  public int recursionLimit() {
    return limit;
  }

  public void setRecursionLimit(int newLimit) {
    limit = newLimit;
  }

  public int depth() {
    return depth;
  }

  /** Whether going one level deeper would raise RecursionError. */
  public boolean atLimit() {
    return atLimit(0);
  }

  /** Whether going one level deeper would raise it so many levels farther down. */
  public boolean atLimit(int levels) {
    return depth + levels >= limit;
  }

  /**
   * Goes one level deeper; each call needs a {@link #leave}, also after an exception of the
   * callee's but not after this method's own.
   */
  public void enter(String where) {
    if (++depth > limit) {
      overflow(where);
    }
  }

  private void overflow(String where) {
    if (overflowed && depth <= limit + RECOVERY) {
      return;
    }
    depth--;
    overflowed = true;
    throw Raise.of("RecursionError", "maximum recursion depth exceeded" + where);
  }

  public void leave() {
    depth--;
    if (overflowed && depth < lowWater()) {
      overflowed = false;
    }
  }

  private int lowWater() {
    return limit > 200 ? limit - 50 : 3 * (limit >> 2);
  }
}
