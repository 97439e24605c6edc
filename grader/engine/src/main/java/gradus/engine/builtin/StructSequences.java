package gradus.engine.builtin;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.MemberKind;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.Tuples;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;

/** Tuples whose items have names, such as {@code sys.flags} (Objects/structseq.c). */
public final class StructSequences {

  private final Space py;
  private final Memory memory;

  public StructSequences(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** A type of such tuples that Python code cannot call. */
  public long define(String name, String... fields) {
    TypeBuilder type =
        TypeBuilder.define(py, name, ObjectStructs.TUPLE)
            .base(py.types.tuple)
            .slot("tp_new", (Ternary) (which, tuple, keywords) -> refuse(name))
            .slot("tp_repr", (Unary) self -> repr(name, self, fields));
    for (int index = 0; index < fields.length; index++) {
      type.member(fields[index], Tuples.ITEMS + 8 * index, MemberKind.OBJECT);
    }
    type.attribute("n_fields", py.ints.of(fields.length));
    type.attribute("n_sequence_fields", py.ints.of(fields.length));
    type.attribute("n_unnamed_fields", py.ints.of(0));
    return type.ready();
  }

  private static long refuse(String name) {
    throw Raise.typeError("cannot create '%s' instances".formatted(name));
  }

  /** One of a type, with these items, whose references are taken over. */
  public long of(long type, long... items) {
    long sequence = py.allocate(type, py.typeObjects.sizeWithItems(type, items.length));
    memory.store64(sequence + Tuples.SIZE, items.length);
    for (int index = 0; index < items.length; index++) {
      py.tuples.set(sequence, index, items[index]);
    }
    py.track(sequence);
    return sequence;
  }

  private long repr(String name, long self, String... fields) {
    StringBuilder out = new StringBuilder(name).append('(');
    for (int index = 0; index < fields.length; index++) {
      out.append(index == 0 ? "" : ", ").append(fields[index]).append('=');
      out.append(py.texts.reprText(py.tuples.get(self, index)));
    }
    return py.strs.of(out.append(')').toString());
  }
}
