package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.layout.Struct;
import gradus.engine.memory.Memory;
import java.util.Map;
import java.util.function.LongConsumer;

/** The built-in exception types (Objects/exceptions.c). */
final class ExceptionTypes {

  /** Each line: a base, and the types that derive from it and add no fields of their own. */
  private static final String[][] TREE = {
    {"BaseException", "KeyboardInterrupt", "GeneratorExit", "Exception"},
    {
      "Exception",
      "StopAsyncIteration",
      "ArithmeticError",
      "AssertionError",
      "AttributeError",
      "BufferError",
      "EOFError",
      "LookupError",
      "MemoryError",
      "NameError",
      "ReferenceError",
      "RuntimeError",
      "SystemError",
      "TypeError",
      "ValueError",
      "Warning"
    },
    {"ArithmeticError", "FloatingPointError", "OverflowError", "ZeroDivisionError"},
    {"LookupError", "IndexError"},
    {"NameError", "UnboundLocalError"},
    {"RuntimeError", "NotImplementedError", "RecursionError"},
    {"ValueError", "UnicodeError"},
    {
      "Warning",
      "BytesWarning",
      "DeprecationWarning",
      "FutureWarning",
      "ImportWarning",
      "PendingDeprecationWarning",
      "ResourceWarning",
      "RuntimeWarning",
      "SyntaxWarning",
      "UnicodeWarning",
      "UserWarning"
    },
  };

  private static final String[][] OS_TREE = {
    {
      "OSError",
      "BlockingIOError",
      "ChildProcessError",
      "ConnectionError",
      "FileExistsError",
      "FileNotFoundError",
      "InterruptedError",
      "IsADirectoryError",
      "NotADirectoryError",
      "PermissionError",
      "ProcessLookupError",
      "TimeoutError"
    },
    {
      "ConnectionError",
      "BrokenPipeError",
      "ConnectionAbortedError",
      "ConnectionRefusedError",
      "ConnectionResetError"
    },
  };

  private final Space py;
  private final Memory memory;
  private final Map<String, Long> types;

  ExceptionTypes(Space py, Map<String, Long> types) {
    this.py = py;
    memory = py.memory;
    this.types = types;
  }

  void define() {
    types.put("BaseException", new BaseExceptionType(py).define());
    grow(TREE);
    fields("StopIteration", "Exception", ObjectStructs.STOP_ITERATION, this::initStop, "value");
    fields("SystemExit", "BaseException", ObjectStructs.SYSTEM_EXIT, this::initExit, "code");
    new OsErrorType(py).define(builder("OSError", "Exception", ObjectStructs.OS_ERROR), types);
    types.put("IOError", types.get("OSError"));
    types.put("EnvironmentError", types.get("OSError"));
    grow(OS_TREE);
    defineKeyError();
    fields(
        "ImportError",
        "Exception",
        ObjectStructs.IMPORT_ERROR,
        this::initImport,
        "msg",
        "name",
        "path");
    grow(new String[][] {{"ImportError", "ModuleNotFoundError"}});
    fields(
        "SyntaxError",
        "Exception",
        ObjectStructs.SYNTAX_ERROR,
        this::initSyntax,
        "msg",
        "filename",
        "lineno",
        "offset",
        "text",
        "print_file_and_line");
    grow(new String[][] {{"SyntaxError", "IndentationError"}, {"IndentationError", "TabError"}});
    unicode("UnicodeDecodeError");
    unicode("UnicodeEncodeError");
    unicode("UnicodeTranslateError");
  }

  private void grow(String[][] tree) {
    for (String[] line : tree) {
      for (int index = 1; index < line.length; index++) {
        long base = types.getOrDefault(line[0], 0L);
        long size = memory.load64(base + TypeObjects.BASIC_SIZE);
        long type =
            TypeBuilder.define(py, line[index], ObjectStructs.EXCEPTION)
                .base(base)
                .derivable()
                .dictAt(Exceptions.DICT)
                .ready();
        memory.store64(type + TypeObjects.BASIC_SIZE, size);
        types.put(line[index], type);
      }
    }
  }

  private void fields(String name, String base, Struct struct, Ternary init, String... names) {
    TypeBuilder type = builder(name, base, struct);
    type.slot("tp_init", init);
    for (String field : names) {
      type.writableMember(field, struct.offset(field), MemberKind.OBJECT);
    }
    if (name.equals("SyntaxError") || name.equals("ImportError")) {
      type.slot("tp_str", (Unary) this::messageText);
    }
    types.put(name, type.ready());
  }

  private TypeBuilder builder(String name, String base, Struct struct) {
    long baseType = types.getOrDefault(base, 0L);
    return TypeBuilder.define(py, name, struct)
        .base(baseType)
        .derivable()
        .dictAt(Exceptions.DICT)
        .container((object, visitor) -> traverse(object, struct, visitor))
        .clear(object -> eachField(struct, offset -> py.clear(object + offset)))
        .dealloc(object -> end(object, struct, baseType));
  }

  private void traverse(long object, Struct struct, LongConsumer visitor) {
    eachField(
        struct,
        offset -> {
          if (memory.load64(object + offset) != 0) {
            visitor.accept(memory.load64(object + offset));
          }
        });
  }

  private void end(long object, Struct struct, long baseType) {
    py.untrack(object);
    int own = ObjectStructs.EXCEPTION.fields().size();
    struct.fields().stream()
        .skip(own)
        .filter(field -> field.type().name().equals("PyObject *"))
        .forEach(field -> py.clear(object + field.offset()));
    py.code.destructor(memory.load64(baseType + Slots.type("tp_dealloc"))).dealloc(object);
  }

  private static void eachField(Struct struct, LongConsumer action) {
    struct.fields().stream()
        .filter(field -> field.type().name().equals("PyObject *"))
        .forEach(field -> action.accept(field.offset()));
  }

  private void put(long self, Struct struct, String field, long value) {
    py.replace(self + struct.offset(field), value == 0 ? 0 : py.own(value));
  }

  private long base(long self, long tuple) {
    py.replace(self + Exceptions.ARGS, py.own(tuple));
    return py.tuples.size(tuple);
  }

  private long initStop(long self, long tuple, long keywords) {
    py.arguments.noKeywordDict(py.typeName(self), keywords);
    long count = base(self, tuple);
    put(self, ObjectStructs.STOP_ITERATION, "value", count > 0 ? py.tuples.get(tuple, 0) : py.none);
    return 0;
  }

  private long initExit(long self, long tuple, long keywords) {
    py.arguments.noKeywordDict(py.typeName(self), keywords);
    long count = base(self, tuple);
    if (count > 0) {
      put(self, ObjectStructs.SYSTEM_EXIT, "code", count == 1 ? py.tuples.get(tuple, 0) : tuple);
    }
    return 0;
  }

  private long initImport(long self, long tuple, long keywords) {
    long count = base(self, tuple);
    Struct struct = ObjectStructs.IMPORT_ERROR;
    if (count == 1) {
      put(self, struct, "msg", py.tuples.get(tuple, 0));
    }
    if (keywords != 0) {
      for (int at = py.dicts.next(keywords, 0); at >= 0; at = py.dicts.next(keywords, at + 1)) {
        long key = py.dicts.keyAt(keywords, at);
        String name = py.strs.is(key) ? py.strs.text(key) : "";
        if (!name.equals("name") && !name.equals("path")) {
          throw py.arguments.invalid(key);
        }
        put(self, struct, name, py.dicts.valueAt(keywords, at));
      }
    }
    return 0;
  }

  private long messageText(long self) {
    long message = memory.load64(self + ObjectStructs.EXCEPTION.size());
    boolean syntax = py.typeObjects.isInstance(self, py.exceptions.type("SyntaxError"));
    if (!syntax) {
      return message != 0 && py.typeOf(message) == py.types.str
          ? py.own(message)
          : BaseExceptionType.str(py, self);
    }
    return SyntaxErrorText.of(py, self);
  }

  private long initSyntax(long self, long tuple, long keywords) {
    py.arguments.noKeywordDict(py.typeName(self), keywords);
    long count = base(self, tuple);
    Struct struct = ObjectStructs.SYNTAX_ERROR;
    if (count >= 1) {
      put(self, struct, "msg", py.tuples.get(tuple, 0));
    }
    if (count == 2) {
      long place = py.items.tupleOf(py.tuples.get(tuple, 1));
      try {
        if (py.tuples.size(place) != 4) {
          throw Raise.indexError("tuple index out of range");
        }
        String[] fields = {"filename", "lineno", "offset", "text"};
        for (int index = 0; index < fields.length; index++) {
          put(self, struct, fields[index], py.tuples.get(place, index));
        }
      } finally {
        py.decref(place);
      }
    }
    return 0;
  }

  private void defineKeyError() {
    TypeBuilder type = builder("KeyError", "LookupError", ObjectStructs.EXCEPTION);
    type.slot("tp_str", (Unary) this::keyText);
    types.put("KeyError", type.ready());
  }

  /** The repr of the key, so that one sees what kind of key it was. */
  private long keyText(long self) {
    long arguments = memory.load64(self + Exceptions.ARGS);
    return py.tuples.size(arguments) == 1
        ? py.texts.repr(py.tuples.get(arguments, 0))
        : BaseExceptionType.str(py, self);
  }

  private void unicode(String name) {
    new UnicodeErrorType(py)
        .define(name, builder(name, "UnicodeError", ObjectStructs.UNICODE_ERROR), types);
  }
}
