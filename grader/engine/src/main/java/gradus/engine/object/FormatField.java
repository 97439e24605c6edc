package gradus.engine.object;

/**
 * A replacement field of a template, as {@code {name!conversion:spec}} (parse_field in
 * Objects/stringlib/unicode_format.h).
 *
 * @param conversion 0 if there is none
 * @param nested whether there are fields in the specification
 * @param end where the text after the field begins
 */
record FormatField(String name, char conversion, String spec, boolean nested, int end) {

  /** Reads a field whose opening brace is just before a place. */
  static FormatField read(String template, int from) {
    int at = nameEnd(template, from);
    String name = template.substring(from, at);
    if (at == template.length()) {
      throw Raise.valueError("expected '}' before end of string");
    }
    char conversion = 0;
    if (template.charAt(at) == '!') {
      conversion = conversion(template, at + 1);
      at += 2;
    }
    if (at < template.length() && template.charAt(at) == '}') {
      return new FormatField(name, conversion, "", false, at + 1);
    }
    if (at < template.length() && template.charAt(at) != ':') {
      throw Raise.valueError("expected ':' after conversion specifier");
    }
    return withSpec(template, name, conversion, at + 1);
  }

  private static int nameEnd(String template, int from) {
    int at = from;
    while (at < template.length() && "}:!".indexOf(template.charAt(at)) < 0) {
      char c = template.charAt(at);
      if (c == '{') {
        throw Raise.valueError("unexpected '{' in field name");
      }
      int close = c == '[' ? template.indexOf(']', at) : at;
      at = close < 0 ? template.length() : close + 1;
    }
    return at;
  }

  private static char conversion(String template, int at) {
    if (at >= template.length()) {
      throw Raise.valueError("end of string while looking for conversion specifier");
    }
    return template.charAt(at);
  }

  private static FormatField withSpec(String template, String name, char conversion, int from) {
    int depth = 1;
    boolean nested = false;
    for (int at = from; at < template.length(); at++) {
      char c = template.charAt(at);
      nested |= c == '{';
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return new FormatField(name, conversion, template.substring(from, at), nested, at + 1);
      }
    }
    throw Raise.valueError("unmatched '{' in format spec");
  }
}
