package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.layout.Struct;
import gradus.engine.memory.Memory;
import java.util.Map;

/** OSError, which makes the type that stands for its number (PEP 3151). */
final class OsErrorType {

  private static final Struct STRUCT = ObjectStructs.OS_ERROR;
  private static final int NUMBER = STRUCT.offset("myerrno");
  private static final int TEXT = STRUCT.offset("strerror");
  private static final int FILE = STRUCT.offset("filename");
  private static final int OTHER_FILE = STRUCT.offset("filename2");
  private static final int WRITTEN = STRUCT.offset("written");
  private static final int NEW = Slots.type("tp_new");
  private static final int INIT = Slots.type("tp_init");
  private static final int MOST = 5;

  private final Space py;
  private final Memory memory;
  private long type;

  OsErrorType(Space py) {
    this.py = py;
    memory = py.memory;
  }

  void define(TypeBuilder builder, Map<String, Long> types) {
    type =
        builder
            .slot("tp_new", (Ternary) this::create)
            .slot("tp_init", (Ternary) this::init)
            .slot("tp_str", (Unary) this::text)
            .writableMember("errno", NUMBER, MemberKind.OBJECT)
            .writableMember("strerror", TEXT, MemberKind.OBJECT)
            .writableMember("filename", FILE, MemberKind.OBJECT)
            .writableMember("filename2", OTHER_FILE, MemberKind.OBJECT)
            .property("characters_written", this::written, this::setWritten)
            .ready();
    types.put("OSError", type);
  }

  /** Whether only a subclass's {@code __init__} knows what the arguments are. */
  private boolean leavesItToInit(long which) {
    return memory.load64(which + INIT) != memory.load64(type + INIT)
        && memory.load64(which + NEW) == memory.load64(type + NEW);
  }

  private long create(long which, long tuple, long keywords) {
    boolean later = leavesItToInit(which);
    if (!later) {
      requireNoKeywords(which, keywords);
    }
    long exception = py.create(which == type && fits(tuple) ? typeFor(tuple) : which);
    memory.store64(exception + Exceptions.ARGS, later ? py.tuples.empty() : py.own(tuple));
    memory.store64(exception + WRITTEN, -1);
    if (!later) {
      fill(exception, tuple);
    }
    return exception;
  }

  private void requireNoKeywords(long which, long keywords) {
    py.arguments.noKeywordDict(py.typeObjects.fullName(which), keywords);
  }

  private boolean fits(long tuple) {
    return py.tuples.size(tuple) >= 2 && py.tuples.size(tuple) <= MOST;
  }

  private long typeFor(long tuple) {
    long number = py.tuples.get(tuple, 0);
    boolean known = py.types.is(number, TypeFlags.LONG) && py.numbers.fits(number);
    return known ? py.exceptions.type(ErrorNumbers.typeOf(py.ints.longValue(number))) : type;
  }

  private long init(long self, long tuple, long keywords) {
    long which = py.typeOf(self);
    if (leavesItToInit(which)) {
      requireNoKeywords(which, keywords);
      py.replace(self + Exceptions.ARGS, py.own(tuple));
      fill(self, tuple);
    }
    return 0;
  }

  private void fill(long self, long tuple) {
    if (!fits(tuple)) {
      return;
    }
    long file = argument(tuple, 2);
    if (file != 0 && countsBytes(self, file)) {
      memory.store64(self + WRITTEN, size(file));
    } else if (file != 0) {
      put(self + FILE, file);
      put(self + OTHER_FILE, argument(tuple, 4));
      py.replace(self + Exceptions.ARGS, py.tuples.slice(tuple, 0, 2));
    }
    put(self + NUMBER, py.tuples.get(tuple, 0));
    put(self + TEXT, py.tuples.get(tuple, 1));
  }

  /** The third argument of BlockingIOError, if it is a number, is no file. */
  private boolean countsBytes(long self, long file) {
    return py.typeOf(self) == py.exceptions.type("BlockingIOError") && py.numbers.isNumber(file);
  }

  private long size(long number) {
    return py.numbers.size(number, "ValueError", "cannot fit '%s' into an index-sized integer");
  }

  /** An argument, borrowed; 0 if it is None or not given. */
  private long argument(long tuple, int index) {
    long value = index < py.tuples.size(tuple) ? py.tuples.get(tuple, index) : 0;
    return value == py.none ? 0 : value;
  }

  private void put(long place, long value) {
    py.replace(place, value == 0 ? 0 : py.own(value));
  }

  private long text(long self) {
    long file = memory.load64(self + FILE);
    long other = memory.load64(self + OTHER_FILE);
    if (file == 0 && (memory.load64(self + NUMBER) == 0 || memory.load64(self + TEXT) == 0)) {
      return BaseExceptionType.str(py, self);
    }
    String message = "[Errno " + shown(self + NUMBER) + "] " + shown(self + TEXT);
    String files = file == 0 ? "" : ": " + py.texts.reprText(file);
    return py.strs.of(
        message + files + (file == 0 || other == 0 ? "" : " -> " + py.texts.reprText(other)));
  }

  private String shown(long place) {
    long value = memory.load64(place);
    return py.texts.strText(value == 0 ? py.none : value);
  }

  private long written(long self) {
    long count = memory.load64(self + WRITTEN);
    if (count == -1) {
      throw Raise.attributeError("characters_written");
    }
    return py.ints.of(count);
  }

  private long setWritten(long self, long value) {
    memory.store64(self + WRITTEN, size(value));
    return 0;
  }
}
