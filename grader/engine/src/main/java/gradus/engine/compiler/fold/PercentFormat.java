package gradus.engine.compiler.fold;

import gradus.engine.compiler.code.Bytes;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Str;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The {@code %} operator on strings and bytes ("printf-style String Formatting"). */
final class PercentFormat {
  private final int[] format;
  private final List<Constant> values;
  private final boolean ofBytes;
  private final StringBuilder out = new StringBuilder();
  private int i;
  private int nextValue;

  private PercentFormat(int[] format, Constant values, boolean ofBytes) {
    this.format = format;
    this.values = values instanceof Constant.Tuple tuple ? tuple.items() : List.of(values);
    this.ofBytes = ofBytes;
  }

  static Optional<Str> apply(Str format, Constant values) {
    return new PercentFormat(format.codePoints(), values, false)
        .run(values instanceof Constant.Tuple)
        .map(Str::of);
  }

  static Optional<Bytes> apply(Bytes format, Constant values) {
    String text = new String(format.toArray(), StandardCharsets.ISO_8859_1);
    return new PercentFormat(text.chars().toArray(), values, true)
        .run(values instanceof Constant.Tuple)
        .map(result -> Bytes.of(result.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** The text, or nothing where Python raises an exception. */
  private Optional<String> run(boolean fromTuple) {
    while (i < format.length) {
      int c = format[i++];
      if (c != '%') {
        out.appendCodePoint(c);
      } else if (!field()) {
        return Optional.empty();
      }
    }
    // A single value that is indexed like a mapping may go unused, and so may bytes and tuples not.
    boolean allUsed = nextValue == values.size();
    boolean mayIgnore = !fromTuple && values.get(0) instanceof Bytes && !ofBytes;
    return allUsed || mayIgnore ? Optional.of(out.toString()) : Optional.empty();
  }

  private boolean field() {
    FieldSpec spec = new FieldSpec();
    while (i < format.length && spec.addFlag(format[i])) {
      i++;
    }
    if (!readWidth(spec) || !readPrecision(spec)) {
      return false;
    }
    while (i < format.length && (format[i] == 'h' || format[i] == 'l' || format[i] == 'L')) {
      i++;
    }
    if (i >= format.length) {
      return false;
    }
    int conversion = format[i++];
    if (conversion == '%') {
      out.append('%');
      return true;
    }
    if (nextValue >= values.size()) {
      return false;
    }
    Optional<String> text = new FieldText(spec, ofBytes).of(conversion, values.get(nextValue++));
    text.ifPresent(out::append);
    return text.isPresent();
  }

  private boolean readWidth(FieldSpec spec) {
    int width = readNumber();
    if (width == STARRED) {
      width = starValue();
      if (width < 0) {
        spec.addFlag('-');
        width = -width;
      }
    }
    spec.setWidth(Math.max(width, 0));
    return width <= MAX_WIDTH;
  }

  private boolean readPrecision(FieldSpec spec) {
    if (i >= format.length || format[i] != '.') {
      return true;
    }
    i++;
    int precision = readNumber();
    precision = precision == STARRED ? starValue() : precision;
    spec.setPrecision(Math.max(precision, 0));
    return precision <= MAX_WIDTH;
  }

  private static final int STARRED = -1;

  /** Nothing longer is kept by the optimiser. */
  private static final int MAX_WIDTH = 1000;

  private int readNumber() {
    if (i < format.length && format[i] == '*') {
      i++;
      return STARRED;
    }
    long number = 0;
    while (i < format.length && format[i] >= '0' && format[i] <= '9') {
      number = Math.min(number * 10 + format[i++] - '0', Integer.MAX_VALUE);
    }
    return (int) number;
  }

  private int starValue() {
    if (nextValue < values.size()
        && Arithmetic.asNumber(values.get(nextValue)) instanceof Constant.Int number
        && number.value().bitLength() < 31) {
      nextValue++;
      return number.value().intValue();
    }
    return Integer.MAX_VALUE;
  }
}
