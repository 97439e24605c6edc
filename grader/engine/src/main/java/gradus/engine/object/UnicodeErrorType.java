package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.layout.Struct;
import gradus.engine.memory.Memory;
import java.util.Map;

/** UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError. */
final class UnicodeErrorType {

  private static final Struct STRUCT = ObjectStructs.UNICODE_ERROR;
  private static final int ENCODING = STRUCT.offset("encoding");
  private static final int OBJECT = STRUCT.offset("object");
  private static final int START = STRUCT.offset("start");
  private static final int END = STRUCT.offset("end");
  private static final int REASON = STRUCT.offset("reason");

  private final Space py;
  private final Memory memory;

  UnicodeErrorType(Space py) {
    this.py = py;
    memory = py.memory;
  }

  void define(String name, TypeBuilder builder, Map<String, Long> types) {
    boolean translate = name.equals("UnicodeTranslateError");
    builder
        .slot("tp_init", (Ternary) (self, tuple, keywords) -> init(self, tuple, translate))
        .slot("tp_str", (Unary) self -> text(self, translate))
        .writableMember("encoding", ENCODING, MemberKind.OBJECT)
        .writableMember("object", OBJECT, MemberKind.OBJECT)
        .writableMember("start", START, MemberKind.SSIZE)
        .writableMember("end", END, MemberKind.SSIZE)
        .writableMember("reason", REASON, MemberKind.OBJECT);
    types.put(name, builder.ready());
  }

  private long init(long self, long tuple, boolean translate) {
    py.replace(self + Exceptions.ARGS, py.own(tuple));
    int first = translate ? 0 : 1;
    py.arguments.count("", py.tuples.size(tuple), 4 + first, 4 + first);
    if (!translate) {
      py.replace(self + ENCODING, py.own(py.tuples.get(tuple, 0)));
    }
    py.replace(self + OBJECT, py.own(py.tuples.get(tuple, first)));
    memory.store64(self + START, py.numbers.size(py.tuples.get(tuple, first + 1)));
    memory.store64(self + END, py.numbers.size(py.tuples.get(tuple, first + 2)));
    py.replace(self + REASON, py.own(py.tuples.get(tuple, first + 3)));
    return 0;
  }

  private long text(long self, boolean translate) {
    long object = memory.load64(self + OBJECT);
    if (object == 0) {
      return py.strs.empty();
    }
    long start = memory.load64(self + START);
    long end = memory.load64(self + END);
    String reason = textOf(self + REASON);
    boolean decode = py.bytes.is(object);
    long size = decode ? py.bytes.size(object) : py.strs.length(object);
    long encoding = memory.load64(self + ENCODING);
    String codec = encoding == 0 || translate ? "can't translate" : codec(encoding, decode);
    String what = decode ? "byte" : "character";
    if (start < 0 || start >= size || end != start + 1) {
      return py.strs.of(
          "%s %ss in position %d-%d: %s".formatted(codec, what, start, end - 1, reason));
    }
    return py.strs.of(
        "%s %s %s in position %d: %s"
            .formatted(codec, what, one(object, (int) start, decode), start, reason));
  }

  private String textOf(long place) {
    long object = memory.load64(place);
    return py.texts.strText(object == 0 ? py.none : object);
  }

  private String codec(long encoding, boolean decode) {
    return "'%s' codec can't %s"
        .formatted(py.texts.strText(encoding), decode ? "decode" : "encode");
  }

  private String one(long object, int index, boolean decode) {
    if (decode) {
      return "0x%02x".formatted(py.bytes.at(object, index));
    }
    int point = py.strs.at(object, index);
    String form = point <= 0xff ? "'\\x%02x'" : point <= 0xffff ? "'\\u%04x'" : "'\\U%08x'";
    return form.formatted(point);
  }
}
