package gradus.engine.compiler.fold;

import gradus.engine.compiler.code.Bytes;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Str;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The text of one {@code %} field; empty where Python raises an exception. */
final class FieldText {
  private static final int DEFAULT_PRECISION = 6;

  private final FieldSpec spec;
  private final boolean ofBytes;

  FieldText(FieldSpec spec, boolean ofBytes) {
    this.spec = spec;
    this.ofBytes = ofBytes;
  }

  Optional<String> of(int conversion, Constant value) {
    return switch (conversion) {
      case 's', 'b' -> string(conversion, value).map(spec::text);
      case 'r' -> Optional.of(spec.text(ofBytes ? ascii(value.repr()) : value.repr()));
      case 'a' -> Optional.of(spec.text(ascii(value.repr())));
      case 'c' -> character(value).map(text -> new FieldText(spec, ofBytes).unCut(text));
      case 'd', 'i', 'u' -> wholeNumber(value).map(number -> integer(number, 10, ""));
      case 'o' -> exactInteger(value).map(number -> integer(number, 8, "0o"));
      case 'x' -> exactInteger(value).map(number -> integer(number, 16, "0x"));
      case 'X' ->
          exactInteger(value).map(number -> integer(number, 16, "0x").toUpperCase(Locale.ROOT));
      case 'e', 'f', 'g' -> real(value).map(number -> floating((char) conversion, number));
      case 'E', 'F', 'G' ->
          real(value)
              .map(number -> floating((char) (conversion + 'a' - 'A'), number))
              .map(text -> text.toUpperCase(Locale.ROOT));
      default -> Optional.empty();
    };
  }

  private String unCut(String text) {
    spec.setPrecision(-1);
    return spec.text(text);
  }

  private Optional<String> string(int conversion, Constant value) {
    if (ofBytes) {
      return value instanceof Bytes bytes
          ? Optional.of(new String(bytes.toArray(), StandardCharsets.ISO_8859_1))
          : Optional.empty();
    }
    if (conversion == 'b') {
      return Optional.empty();
    }
    return Optional.of(value instanceof Str str ? str.text() : value.repr());
  }

  private static String ascii(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                out.append(
                    c < 0x80
                        ? Character.toString(c)
                        : c < 0x100
                            ? "\\x%02x".formatted(c)
                            : c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c)));
    return out.toString();
  }

  private Optional<String> character(Constant value) {
    if (value instanceof Str str && !ofBytes) {
      return str.length() == 1 ? Optional.of(str.text()) : Optional.empty();
    }
    if (value instanceof Bytes bytes && ofBytes) {
      return string('s', bytes).filter(text -> text.length() == 1);
    }
    int limit = ofBytes ? 0xFF : Character.MAX_CODE_POINT;
    return exactInteger(value)
        .filter(n -> n.signum() >= 0 && n.bitLength() <= 31 && n.intValue() <= limit)
        .map(n -> Character.toString(n.intValue()));
  }

  private static Optional<BigInteger> exactInteger(Constant value) {
    return Arithmetic.asNumber(value) instanceof Constant.Int number
        ? Optional.of(number.value())
        : Optional.empty();
  }

  private static Optional<BigInteger> wholeNumber(Constant value) {
    if (value instanceof Constant.Float number) {
      return Double.isFinite(number.value())
          ? Optional.of(new BigDecimal(number.value()).toBigInteger())
          : Optional.empty();
    }
    return exactInteger(value);
  }

  private static Optional<Double> real(Constant value) {
    if (value instanceof Constant.Float number) {
      return Optional.of(number.value());
    }
    return exactInteger(value).map(BigInteger::doubleValue).filter(Double::isFinite);
  }

  private String integer(BigInteger number, int radix, String prefix) {
    String digits = number.abs().toString(radix);
    int missing = spec.precision() - digits.length();
    String padded = missing > 0 ? "0".repeat(missing) + digits : digits;
    return spec.number(number.signum() < 0, spec.isAlternate() ? prefix : "", padded);
  }

  private String floating(char form, double number) {
    boolean negative = number < 0 || 1 / number < 0;
    double size = Math.abs(number);
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return spec.number(negative, "", Double.isNaN(number) ? "nan" : "inf");
    }
    int precision = spec.hasPrecision() ? spec.precision() : DEFAULT_PRECISION;
    BigDecimal exact = new BigDecimal(size);
    String digits =
        switch (form) {
          case 'e' -> exponential(exact, precision);
          case 'f' -> withPoint(fixed(exact, precision), precision);
          default -> general(exact, Math.max(precision, 1));
        };
    return spec.number(negative, "", digits);
  }

  private static String fixed(BigDecimal exact, int precision) {
    return exact.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
  }

  private String withPoint(String digits, int precision) {
    return precision == 0 && spec.isAlternate() ? digits + "." : digits;
  }

  private String exponential(BigDecimal exact, int precision) {
    BigDecimal rounded = exact.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    String digits = rounded.unscaledValue().toString();
    int exponent = exact.signum() == 0 ? 0 : digits.length() - 1 - rounded.scale();
    String padded = digits + "0".repeat(Math.max(0, precision + 1 - digits.length()));
    String fraction = precision == 0 ? "" : "." + padded.substring(1, precision + 1);
    return withPoint(padded.charAt(0) + fraction, precision) + exponentText(exponent);
  }

  private static String exponentText(int exponent) {
    return "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private String general(BigDecimal exact, int precision) {
    BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
    int exponent = exact.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent >= precision) {
      String text = exponential(exact, precision - 1);
      int e = text.indexOf('e');
      return stripped(text.substring(0, e)) + text.substring(e);
    }
    return stripped(fixed(rounded, Math.max(precision - 1 - exponent, 0)));
  }

  /** Without the zeros a fraction ends with, unless the alternate form keeps them. */
  private String stripped(String digits) {
    if (spec.isAlternate()) {
      return digits.indexOf('.') < 0 ? digits + "." : digits;
    }
    return digits.indexOf('.') < 0 ? digits : digits.replaceFirst("\\.?0+$", "");
  }
}
