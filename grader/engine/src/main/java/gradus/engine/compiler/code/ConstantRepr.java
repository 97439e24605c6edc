package gradus.engine.compiler.code;

import java.util.Collection;
import java.util.stream.Collectors;

/** Python's {@code repr} of constants. */
final class ConstantRepr {
  private ConstantRepr() {}

  static String of(Constant constant) {
    if (constant instanceof Str str) {
      return ofStr(str);
    }
    if (constant instanceof Bytes bytes) {
      return ofBytes(bytes);
    }
    if (constant instanceof Constant.Tuple tuple) {
      return "(" + joined(tuple.items()) + (tuple.items().size() == 1 ? ",)" : ")");
    }
    if (constant instanceof Constant.FrozenSet set) {
      return set.items().isEmpty() ? "frozenset()" : "frozenset({" + joined(set.items()) + "})";
    }
    if (constant instanceof Code code) {
      return "<code object %s, file \"%s\", line %d>"
          .formatted(code.name(), code.filename(), code.firstlineno());
    }
    return ofScalar(constant);
  }

  private static String ofScalar(Constant constant) {
    if (constant instanceof Constant.Int number) {
      return number.value().toString();
    }
    if (constant instanceof Constant.Floating number) {
      return FloatRepr.of(number.value());
    }
    if (constant instanceof Constant.Complex number) {
      return ofComplex(number);
    }
    if (constant instanceof Constant.Bool bool) {
      return bool.value() ? "True" : "False";
    }
    return constant instanceof Constant.None ? "None" : "Ellipsis";
  }

  private static String joined(Collection<Constant> items) {
    return items.stream().map(ConstantRepr::of).collect(Collectors.joining(", "));
  }

  private static String ofComplex(Constant.Complex number) {
    String imaginary = FloatRepr.withoutPoint(number.imaginary()) + "j";
    if (number.real() == 0 && 1 / number.real() > 0) {
      return imaginary;
    }
    String sign = imaginary.startsWith("-") ? "" : "+";
    return "(" + FloatRepr.withoutPoint(number.real()) + sign + imaginary + ")";
  }

  private static String ofStr(Str str) {
    int quote = contains(str, '\'') && !contains(str, '"') ? '"' : '\'';
    StringBuilder out = new StringBuilder().appendCodePoint(quote);
    for (int i = 0; i < str.length(); i++) {
      appendCharacter(out, str.at(i), quote);
    }
    return out.appendCodePoint(quote).toString();
  }

  private static boolean contains(Bytes bytes, int wanted) {
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.at(i) == wanted) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(Str str, int character) {
    for (int i = 0; i < str.length(); i++) {
      if (str.at(i) == character) {
        return true;
      }
    }
    return false;
  }

  private static void appendCharacter(StringBuilder out, int c, int quote) {
    if (c < 0x80) {
      appendAscii(out, c, quote);
    } else if (isPrintable(c)) {
      out.appendCodePoint(c);
    } else if (c <= 0xFF) {
      out.append("\\x%02x".formatted(c));
    } else if (c <= 0xFFFF) {
      out.append("\\u%04x".formatted(c));
    } else {
      out.append("\\U%08x".formatted(c));
    }
  }

  private static void appendAscii(StringBuilder out, int c, int quote) {
    switch (c) {
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append((char) c);
        } else if (c < ' ' || c == 0x7F) {
          out.append("\\x%02x".formatted(c));
        } else {
          out.append((char) c);
        }
      }
    }
  }

  /** Whether {@code str.isprintable} is true: neither a control, a separator nor unassigned. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String ofBytes(Bytes bytes) {
    int quote = contains(bytes, '\'') && !contains(bytes, '"') ? '"' : '\'';
    StringBuilder out = new StringBuilder("b").appendCodePoint(quote);
    for (int i = 0; i < bytes.length(); i++) {
      int b = bytes.at(i);
      if (b < 0x80) {
        appendAscii(out, b, quote);
      } else {
        out.append("\\x%02x".formatted(b));
      }
    }
    return out.appendCodePoint(quote).toString();
  }
}
