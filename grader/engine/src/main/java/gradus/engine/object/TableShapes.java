package gradus.engine.object;

import gradus.engine.layout.CType;
import gradus.engine.layout.Field;
import gradus.engine.layout.ObjectStructs;
import gradus.engine.layout.Struct;
import gradus.engine.layout.StructView;
import gradus.engine.layout.Structs;
import gradus.engine.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/** The hash tables of dicts and sets as blocks of memory. */
final class TableShapes {

  private static final int KEYS = ObjectStructs.DICT.offset("ma_keys");
  private static final int SIZE = ObjectStructs.DICT_KEYS.offset("dk_size");
  private static final int ENTRIES = ObjectStructs.DICT_KEYS.offset("dk_nentries");
  private static final int TABLE = ObjectStructs.SET.offset("table");
  private static final int MASK = ObjectStructs.SET.offset("mask");
  private static final int SMALL_TABLE = ObjectStructs.SET.offset("smalltable[0]");

  private final Memory memory;

  TableShapes(Memory memory) {
    this.memory = memory;
  }

  /** The keys with indices and entries. */
  void addDict(List<StructView> views, long dict) {
    long keys = memory.load64(dict + KEYS);
    long entries = memory.load64(keys + ENTRIES);
    views.add(keys(keys, entries));
  }

  private StructView keys(long keys, long entries) {
    long size = memory.load64(keys + SIZE);
    CType index = Structs.tableIndex(DictKeys.width(size));
    StructView head = StructView.read(memory, ObjectStructs.DICT_KEYS, keys, 0);
    List<StructView.Row> rows = new ArrayList<>(head.rows());
    int offset = (int) head.size();
    for (int slot = 0; slot < size; slot++, offset += index.size()) {
      rows.add(row(keys, offset, index, "dk_indices[%d]".formatted(slot)));
    }
    for (int entry = 0; entry < entries; entry++, offset += ObjectStructs.DICT_ENTRY.size()) {
      addEntry(rows, keys, offset, ObjectStructs.DICT_ENTRY, "dk_entries[%d].".formatted(entry));
    }
    return new StructView(head.name(), keys, offset, rows);
  }

  /** The table of a set that has outgrown the one in its struct. */
  void addSet(List<StructView> views, long set) {
    long table = memory.load64(set + TABLE);
    if (table == set + SMALL_TABLE) {
      return;
    }
    List<StructView.Row> rows = new ArrayList<>();
    int offset = 0;
    long slots = memory.load64(set + MASK) + 1;
    for (int slot = 0; slot < slots; slot++, offset += ObjectStructs.SET_ENTRY.size()) {
      addEntry(rows, table, offset, ObjectStructs.SET_ENTRY, "table[%d].".formatted(slot));
    }
    views.add(new StructView("setentry[]", table, offset, rows));
  }

  private void addEntry(
      List<StructView.Row> rows, long block, int offset, Struct entry, String prefix) {
    for (Field field : entry.fields()) {
      rows.add(row(block, offset + field.offset(), field.type(), prefix + field.name()));
    }
  }

  private StructView.Row row(long block, int offset, CType type, String name) {
    return StructView.row(memory, block, new Field(offset, type, name));
  }
}
