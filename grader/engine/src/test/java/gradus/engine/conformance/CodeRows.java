package gradus.engine.conformance;

import gradus.engine.compiler.CompileOptions;
import gradus.engine.compiler.Compiler;
import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.source.PySyntaxError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Our code objects in the form conformance/dump_code.py prints CPython's. */
public final class CodeRows {
  private CodeRows() {}

  /** The rows of a source: its code objects, outer before inner, or its error. */
  public static List<String> of(byte[] source, CompileOptions options) {
    List<String> rows = new ArrayList<>();
    try {
      addRows(Compiler.compile(source, options), rows);
    } catch (PySyntaxError error) {
      rows.add(String.join("\t", "E", error.typeName(), ascii(error.msg()), place(error)));
    }
    return rows;
  }

  private static String place(PySyntaxError error) {
    String lineno = error.lineno().isPresent() ? "" + error.lineno().getAsInt() : "None";
    String offset = error.offset().isPresent() ? "" + error.offset().getAsInt() : "None";
    String text = error.text().map(t -> Constant.of(t).repr()).orElse("None");
    return "[" + lineno + ", " + offset + ", " + ascii(text) + "]";
  }

  private static void addRows(Code code, List<String> rows) {
    String consts =
        code.consts().stream().map(c -> escaped(constant(c))).collect(Collectors.joining("|"));
    rows.add(
        String.join(
            "\t",
            "C",
            escaped(ascii(code.name())),
            "" + code.argcount(),
            "" + code.kwonlyargcount(),
            "" + code.nlocals(),
            "" + code.stacksize(),
            "" + code.flags(),
            code.code().hex(),
            consts,
            names(code.names()),
            names(code.varnames()),
            names(code.freevars()),
            names(code.cellvars()),
            "" + code.firstlineno(),
            code.lnotab().hex()));
    for (Constant constant : code.consts()) {
      if (constant instanceof Code nested) {
        addRows(nested, rows);
      }
    }
  }

  private static String names(List<String> names) {
    return names.stream().map(CodeRows::ascii).collect(Collectors.joining(" "));
  }

  private static String constant(Constant constant) {
    if (constant instanceof Code) {
      return "code";
    }
    if (constant instanceof Constant.FrozenSet set) {
      return set.items().stream()
          .map(item -> ascii(item.repr()))
          .sorted()
          .collect(Collectors.joining(", ", "frozenset:", ""));
    }
    return constant.typeName() + ":" + ascii(constant.repr());
  }

  private static String escaped(String text) {
    return text.replace('\t', ' ').replace("|", "\\|");
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
}
