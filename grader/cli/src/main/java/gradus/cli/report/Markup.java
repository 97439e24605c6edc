package gradus.cli.report;

/** Escapes for HTML, which Markdown passes through, and for XML. */
final class Markup {
  private Markup() {}

  /**
   * Text that HTML and XML show as it is, in content and between quotes. GitHub's workflow commands
   * are broken up too, since a report may be printed in a job's output.
   */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("::", "&#58;:")
        .replace("##", "&#35;#");
  }

  /** Escaped text for an attribute, whose line feeds a parser would otherwise turn into blanks. */
  static String attribute(String text) {
    return escaped(text).replace("\n", "&#10;");
  }

  /** Escaped text that Markdown reads as words: no emphasis, links, mentions or table cells. */
  static String words(String text) {
    StringBuilder words = new StringBuilder(text.length());
    text.chars()
        .forEach(
            letter ->
                words.append(
                    "\\`*_{}[]()<>#+!|~@&$:\"'".indexOf(letter) >= 0
                        ? "&#" + letter + ";"
                        : String.valueOf((char) letter)));
    return words.toString();
  }
}
