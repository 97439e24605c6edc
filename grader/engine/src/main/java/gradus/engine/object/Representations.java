package gradus.engine.object;

import java.util.ArrayList;
import java.util.List;

/** What {@code repr} returns. */
public final class Representations {

  private static final int RECURSION_LIMIT = 1000;

  private final References references;
  private final Ints ints;
  private final Singletons singletons;
  private final ListOperations operations;
  private final Types types;
  private final long listType;

  /** The lists whose repr is being made, so that one that contains itself comes to an end. */
  private final List<Long> active = new ArrayList<>();

  Representations(
      References references,
      Types types,
      Ints ints,
      Singletons singletons,
      ListOperations operations,
      long listType) {
    this.references = references;
    this.types = types;
    this.ints = ints;
    this.singletons = singletons;
    this.operations = operations;
    this.listType = listType;
  }

  /** The text of an object. */
  public String of(long object) {
    StringBuilder text = new StringBuilder();
    append(text, object);
    return text.toString();
  }

  private void append(StringBuilder text, long object) {
    long type = references.typeOf(object);
    if (type == listType) {
      appendList(text, object);
    } else if (type == ints.type()) {
      text.append(ints.value(object));
    } else if (type == singletons.boolType()) {
      text.append(object == singletons.bool(true) ? "True" : "False");
    } else if (object == singletons.none()) {
      text.append("None");
    } else {
      text.append("<class '").append(types.name(object)).append("'>");
    }
  }

  private void appendList(StringBuilder text, long list) {
    if (active.contains(list)) {
      text.append("[...]");
      return;
    }
    if (active.size() >= RECURSION_LIMIT) {
      throw Raise.recursionError("getting the repr of an object");
    }
    active.add(list);
    try {
      appendItems(text.append('['), list);
    } finally {
      active.remove(active.size() - 1);
    }
    text.append(']');
  }

  private void appendItems(StringBuilder text, long list) {
    for (long index = 0; index < operations.size(list); index++) {
      text.append(index == 0 ? "" : ", ");
      append(text, operations.get(list, index));
    }
  }
}
