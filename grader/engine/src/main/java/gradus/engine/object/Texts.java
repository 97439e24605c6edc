package gradus.engine.object;

import gradus.engine.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/** {@code repr}, {@code str} and {@code format} of any object (Objects/object.c). */
public final class Texts {

  private static final int REPR = Slots.type("tp_repr");
  private static final int STR = Slots.type("tp_str");

  private final Space py;
  private final Memory memory;

  /** The containers whose repr is being made, so that one that contains itself comes to an end. */
  private final List<Long> active = new ArrayList<>();

  Texts(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** {@code repr(object)}. */
  public long repr(long object) {
    py.exceptions.enter(" while getting the repr of an object");
    try {
      long text = py.code.unary(memory.load64(py.typeOf(object) + REPR)).call(object);
      return requireStr(text, "__repr__");
    } finally {
      py.exceptions.leave();
    }
  }

  /** What {@code object.__str__} gives: the repr, whatever it is. */
  public long uncheckedRepr(long object) {
    return py.code.unary(memory.load64(py.typeOf(object) + REPR)).call(object);
  }

  private long requireStr(long text, String method) {
    if (!py.strs.is(text)) {
      String type = py.typeName(text);
      py.decref(text);
      throw Raise.typeError("%s returned non-string (type %s)".formatted(method, type));
    }
    return text;
  }

  /**
   * The digits of what is exactly an int, as formatting writes them into its result: a single one
   * is the str that all share, and not a new one as str() makes it. 0 for any other object.
   */
  long digits(long object) {
    return py.typeOf(object) == py.types.integer ? py.strs.of(py.ints.text(object)) : 0;
  }

  /** {@code str(object)}. */
  public long str(long object) {
    if (py.typeOf(object) == py.types.str) {
      return py.own(object);
    }
    py.exceptions.enter(" while getting the str of an object");
    try {
      long text = py.code.unary(memory.load64(py.typeOf(object) + STR)).call(object);
      return requireStr(text, "__str__");
    } finally {
      py.exceptions.leave();
    }
  }

  /** {@code ascii(object)}. */
  public long ascii(long object) {
    return PercentFormat.ascii(py, object);
  }

  /** {@code repr(object)} as a Java string. */
  public String reprText(long object) {
    return take(repr(object));
  }

  /** {@code str(object)} as a Java string. */
  public String strText(long object) {
    return take(str(object));
  }

  /** The text of a str, whose reference is taken over. */
  public String take(long str) {
    String text = py.strs.text(str);
    py.decref(str);
    return text;
  }

  /** {@code format(object, spec)}. */
  public long format(long object, long spec) {
    if (py.strs.length(spec) == 0) {
      long type = py.typeOf(object);
      if (type == py.types.str || type == py.types.integer) {
        return str(object);
      }
    }
    long text = py.calls.special(object, "__format__", spec);
    if (text == 0) {
      throw Raise.typeError("Type %s doesn't define __format__".formatted(py.typeName(object)));
    }
    if (!py.strs.is(text)) {
      String type = py.typeName(text);
      py.decref(text);
      throw Raise.typeError("__format__ must return a str, not " + type);
    }
    return text;
  }

  /** The repr of an object that says nothing of its own: its class and address. */
  public long plainRepr(long object) {
    long type = py.typeOf(object);
    long module = py.attributes.find(type, "__module__");
    long name = py.attributes.get(type, "__qualname__");
    String prefix = module != 0 && py.strs.is(module) ? py.strs.text(module) + "." : "";
    prefix = prefix.equals("builtins.") ? "" : prefix;
    String text = "<%s%s object at 0x%x>".formatted(prefix, py.strs.text(name), object);
    py.xdecref(module);
    py.decref(name);
    return py.strs.of(text);
  }

  /** Starts a container's repr; false if that container's is already being made. */
  public boolean enter(long container) {
    return !active.contains(container) && active.add(container);
  }

  /** Ends the container's repr that was started last. */
  public void leave() {
    active.remove(active.size() - 1);
  }
}
