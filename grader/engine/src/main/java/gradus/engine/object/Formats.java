package gradus.engine.object;

/** Formatting text and numbers: {@code format}, {@code str.format}, {@code %}. */
public final class Formats {

  private final Space py;
  private final NumberFormat numbers;
  private final TemplateFormat templates;
  private final PercentFormat percents;

  Formats(Space py) {
    this.py = py;
    numbers = new NumberFormat(py);
    templates = new TemplateFormat(py);
    percents = new PercentFormat(py, new StrPercent(py));
  }

  private String spec(long spec) {
    py.arguments.requireStr("__format__", 1, spec);
    return py.strs.text(spec);
  }

  public long integer(long self, long spec) {
    String text = spec(spec);
    return text.isEmpty() ? py.texts.str(self) : py.strs.of(numbers.integer(self, text));
  }

  public long floating(long self, long spec) {
    String text = spec(spec);
    return text.isEmpty()
        ? py.texts.str(self)
        : py.strs.of(numbers.floating(py.floats.value(self), FormatSpec.parse(text), "float"));
  }

  public long complex(long self, long spec) {
    String text = spec(spec);
    return text.isEmpty()
        ? py.texts.str(self)
        : py.strs.of(
            numbers.complex(
                py.complexes.real(self), py.complexes.imaginary(self), FormatSpec.parse(text)));
  }

  public long str(long self, long spec) {
    String text = spec(spec);
    String whole = py.strs.text(self);
    if (text.isEmpty()) {
      return py.texts.str(self);
    }
    String made = NumberFormat.str(whole, FormatSpec.parse(text));
    return made.equals(whole) ? py.own(self) : py.strs.of(made);
  }

  /** {@code str.format(…)}. */
  public long format(long self, long arguments, int count, long names) {
    return templates.format(self, arguments, count, names);
  }

  /** {@code str.format_map(mapping)}. */
  public long formatMap(long self, long mapping) {
    return templates.formatMap(self, mapping);
  }

  /** {@code str % values}. */
  public long percent(long self, long values) {
    return py.strs.is(self) ? percents.formatStr(self, values) : py.newNotImplemented();
  }

  /** A power with a complex result. */
  public long complexPower(long base, long exponent) {
    long left = py.calls.call(py.complexes.type(), base);
    try {
      return py.numbers.power(left, exponent, py.none);
    } finally {
      py.decref(left);
    }
  }
}
