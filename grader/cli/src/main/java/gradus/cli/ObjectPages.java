package gradus.cli;

import gradus.engine.PythonException;
import gradus.engine.PythonProcess;
import gradus.engine.PythonValue;
import gradus.engine.layout.StructView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object and what it points to, each as the table of its fields. */
final class ObjectPages {
  private static final int LONGEST_REPR = 40;

  private final PythonProcess process;
  private final long address;
  private final Map<Long, String> remarks = new LinkedHashMap<>();

  /** Gives the value back if others hold it too, so that the counts shown are the program's own. */
  ObjectPages(PythonProcess process, PythonValue object) {
    this.process = process;
    address = object.address();
    object.pointsTo().forEach(this::note);
    if (object.referenceCount() > 1) {
      object.close();
    }
  }

  private void note(PythonValue target) {
    try (target) {
      remarks.put(target.address(), describe(target));
    }
  }

  /** The value, or its type where the object cannot say it. */
  private static String describe(PythonValue value) {
    try {
      String repr = value.repr().replace("\n", "\\n");
      return repr.length() > LONGEST_REPR ? repr.substring(0, LONGEST_REPR) + "…" : repr;
    } catch (PythonException raised) {
      return "<%s object>".formatted(value.typeName());
    }
  }

  @Override
  public String toString() {
    StringBuilder pages = new StringBuilder();
    process.blocks(address).forEach(block -> pages.append(block.table(this::remark)).append('\n'));
    remarks.forEach(
        (target, remark) -> pages.append("-> %s\n%s\n".formatted(remark, page(target))));
    return pages.toString().stripTrailing() + "\n";
  }

  /** A type's own table would fill a screen: its first line must do. */
  private String page(long target) {
    List<StructView> blocks = process.blocks(target);
    String table = blocks.get(0).toString();
    boolean isType =
        blocks.get(0).rows().stream().anyMatch(row -> row.field().name().equals("tp_name"));
    return isType ? table.substring(0, table.indexOf('\n') + 1) : table;
  }

  private String remark(StructView.Row row) {
    return row.pointsToObject() ? remarks.getOrDefault(row.bits(), "") : "";
  }
}
