package gradus.engine.compiler.listing;

import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.code.Constant;
import java.util.List;

/** A code object, and all those in its constants, as a tree in JSON. */
public final class CodeJson {
  private final StringBuilder out = new StringBuilder();
  private int indent;

  private CodeJson() {}

  /** The tree, two spaces a level, with a line end. */
  public static String write(Code code) {
    CodeJson json = new CodeJson();
    json.code(code);
    return json.out.append('\n').toString();
  }

  private void code(Code code) {
    open('{');
    field("name", quoted(code.name()));
    field("argcount", code.argcount());
    field("kwonlyargcount", code.kwonlyargcount());
    field("nlocals", code.nlocals());
    field("stacksize", code.stacksize());
    field("flags", code.flags());
    field("code", quoted(code.code().hex()));
    consts(code.consts());
    field("names", strings(code.names()));
    field("varnames", strings(code.varnames()));
    field("freevars", strings(code.freevars()));
    field("cellvars", strings(code.cellvars()));
    field("filename", quoted(code.filename()));
    field("firstlineno", code.firstlineno());
    field("lnotab", quoted(code.lnotab().hex()));
    close('}');
  }

  private void consts(List<Constant> consts) {
    separate();
    out.append("\"consts\": ");
    open('[');
    for (Constant constant : consts) {
      separate();
      open('{');
      field("type", quoted(constant.typeName()));
      if (constant instanceof Code nested) {
        separate();
        out.append("\"code\": ");
        code(nested);
      } else {
        field("repr", quoted(constant.repr()));
      }
      close('}');
    }
    close(']');
  }

  private void open(char bracket) {
    out.append(bracket);
    indent++;
  }

  private void close(char bracket) {
    indent--;
    char last = out.charAt(out.length() - 1);
    if (last != '[' && last != '{') {
      newLine();
    }
    out.append(bracket);
  }

  private void separate() {
    char last = out.charAt(out.length() - 1);
    if (last != '[' && last != '{') {
      out.append(',');
    }
    newLine();
  }

  private void newLine() {
    out.append('\n').append("  ".repeat(indent));
  }

  private void field(String name, Object value) {
    separate();
    out.append('"').append(name).append("\": ").append(value);
  }

  private static String strings(List<String> values) {
    return values.stream().map(CodeJson::quoted).toList().toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) || c == 0x7F) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
