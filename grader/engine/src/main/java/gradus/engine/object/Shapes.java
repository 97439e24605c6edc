package gradus.engine.object;

import gradus.engine.layout.CType;
import gradus.engine.layout.Field;
import gradus.engine.layout.ObjectStructs;
import gradus.engine.layout.Struct;
import gradus.engine.layout.StructView;
import gradus.engine.layout.Structs;
import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/**
 * How the bytes of any object are to be read: its struct with what lies behind it, then the blocks
 * of memory that belong to it alone, such as a list's array.
 */
public final class Shapes {

  private static final CType POINTER = Structs.OBJECT_POINTER;
  private static final int WORD = 8;

  private final Space py;
  private final Memory memory;

  Shapes(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** The object itself, then its other blocks. */
  public List<StructView> of(long object) {
    List<StructView> views = new ArrayList<>();
    views.add(own(object));
    if (py.types.is(object, TypeFlags.LIST)) {
      addList(views, object);
    } else if (py.types.is(object, TypeFlags.DICT)) {
      new TableShapes(memory).addDict(views, object);
    } else if (py.sets.isAny(object)) {
      new TableShapes(memory).addSet(views, object);
    }
    return List.copyOf(views);
  }

  /** The object's struct, with the items and members that lie right behind it. */
  public StructView own(long object) {
    long type = py.typeOf(object);
    Struct struct = structOf(object);
    StructView view = StructView.read(memory, struct, object, itemsIn(object, struct));
    if (py.strs.is(object)) {
      view = withText(view, object);
    }
    boolean heapType = (py.types.flags(type) & TypeFlags.HEAP_TYPE) != 0;
    return heapType && struct.item().isEmpty() ? withMembers(view, object, type) : view;
  }

  private Struct structOf(long object) {
    if (py.strs.is(object)) {
      return py.strs.isAscii(object) ? ObjectStructs.ASCII : ObjectStructs.UNICODE;
    }
    if (py.types.isType(object)) {
      boolean heap = (py.types.flags(object) & TypeFlags.HEAP_TYPE) != 0;
      return heap ? TypeStructs.HEAP_TYPE : Structs.TYPE_OBJECT;
    }
    return py.types.structOf(py.typeOf(object));
  }

  /** How many items follow: ob_size tells, and for an int its sign is that of the number. */
  private long itemsIn(long object, Struct struct) {
    if (struct.item().isEmpty()) {
      return 0;
    }
    long size = Math.abs(memory.load64(object + Structs.VAR_OBJECT.offset("ob_size")));
    boolean ended = struct.item().get().type().size() == 1;
    return ended ? size + 1 : size;
  }

  private StructView withText(StructView view, long str) {
    int kind = py.strs.kind(str);
    CType unit = Structs.textUnit(kind);
    List<StructView.Row> rows = new ArrayList<>(view.rows());
    int first = (int) (py.strs.data(str) - str);
    int units = py.strs.length(str) + 1;
    for (int index = 0; index < units; index++) {
      rows.add(row(str, new Field(first + index * kind, unit, "data[%d]".formatted(index))));
    }
    return new StructView(view.name(), str, first + (long) units * kind, rows);
  }

  /** What a class adds to its base's struct: a dict, a list of weak references, slots. */
  private StructView withMembers(StructView view, long object, long type) {
    int size = (int) memory.load64(type + TypeObjects.BASIC_SIZE);
    List<StructView.Row> rows = new ArrayList<>(view.rows());
    for (int offset = (int) view.size(); offset < size; offset += WORD) {
      rows.add(row(object, new Field(offset, POINTER, memberAt(type, offset))));
    }
    return new StructView(py.typeObjects.shortName(type), object, size, rows);
  }

  private String memberAt(long type, int offset) {
    if (offset == memory.load64(type + TypeObjects.DICT_OFFSET)) {
      return "__dict__";
    }
    if (offset == memory.load64(type + TypeObjects.WEAKLIST_OFFSET)) {
      return "__weakref__";
    }
    return py.typeObjects.heapTypes().slotAt(type, offset);
  }

  private void addList(List<StructView> views, long list) {
    long array = py.listOps.items(list);
    if (array != 0) {
      long items = py.listOps.size(list);
      long allocated = py.listOps.allocated(list);
      views.add(StructView.array(memory, "ob_item", POINTER, array, items, allocated));
    }
  }

  private StructView.Row row(long object, Field field) {
    return StructView.row(memory, object, field);
  }
}
