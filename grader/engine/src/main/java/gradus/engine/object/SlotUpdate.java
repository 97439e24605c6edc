package gradus.engine.object;

import gradus.engine.layout.TypeStructs;
import gradus.engine.memory.Memory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets a class's slots from the special methods it has (fixup_slot_dispatchers, update_slot). */
public final class SlotUpdate {

  private final Space py;
  private final Memory memory;
  private final Map<String, List<SlotTable.Def>> bySlot = new LinkedHashMap<>();

  SlotUpdate(Space py, SlotTable table) {
    this.py = py;
    memory = py.memory;
    for (SlotTable.Def def : table.all()) {
      bySlot.computeIfAbsent(def.slot(), slot -> new ArrayList<>()).add(def);
    }
  }

  /** Sets all slots of a new class. */
  void all(long type) {
    bySlot.forEach((slot, defs) -> update(type, slot, defs));
  }

  /** Sets all slots of a class whose bases changed, and of those below it. */
  void allBelow(long type) {
    bySlot.forEach((slot, defs) -> downwards(type, slot, defs));
  }

  /** Sets the slots that a special method belongs to, in the class and in those below it. */
  public void name(long type, String name) {
    bySlot.forEach(
        (slot, defs) -> {
          if (defs.stream().anyMatch(def -> def.name().equals(name))) {
            downwards(type, slot, defs);
          }
        });
  }

  private void downwards(long type, String slot, List<SlotTable.Def> defs) {
    if ((py.types.flags(type) & TypeFlags.HEAP_TYPE) != 0) {
      update(type, slot, defs);
    }
    py.typeObjects.eachSubclass(type, below -> downwards(below, slot, defs));
  }

  /**
   * A slot whose methods all come from one native slot gets that function itself; otherwise it gets
   * the one that calls the methods.
   */
  private void update(long type, String slot, List<SlotTable.Def> defs) {
    long place = Slots.place(memory, type, slot);
    if (place == 0) {
      return;
    }
    long specific = 0;
    long generic = 0;
    boolean useGeneric = false;
    for (SlotTable.Def def : defs) {
      long found = py.typeObjects.lookup(type, def.name());
      if (found == 0) {
        if (slot.equals("tp_iternext")) {
          specific = py.items.noNext();
        }
        continue;
      }
      boolean wrapper = isWrapperOf(found, def);
      long function = nativeFunction(type, slot, def, found);
      if (wrapper && isTakenByAnother(type, slot, def)) {
        useGeneric |= function == 0;
        specific = function == 0 ? specific : function;
        continue;
      }
      if (function == 0) {
        useGeneric = true;
        generic = def.generic();
      } else if (specific == 0 || specific == function) {
        specific = function;
      } else {
        useGeneric = true;
      }
      generic = generic == 0 ? def.generic() : generic;
    }
    memory.store64(place, specific != 0 && !useGeneric ? specific : generic);
  }

  private boolean isWrapperOf(long found, SlotTable.Def def) {
    if (py.typeOf(found) != py.types.wrapperDescriptor) {
      return false;
    }
    long name = memory.load64(found + TypeStructs.DESCR.offset("d_name"));
    return py.strs.text(name).equals(def.name());
  }

  /** Whether of the slots a method belongs to exactly one is in use, and another one. */
  private boolean isTakenByAnother(long type, String slot, SlotTable.Def def) {
    List<String> inUse = new ArrayList<>();
    bySlot.forEach(
        (name, defs) -> {
          boolean belongs = defs.stream().anyMatch(each -> each.name().equals(def.name()));
          if (belongs && Slots.load(memory, type, name) != 0) {
            inUse.add(name);
          }
        });
    return inUse.size() == 1 && !inUse.contains(slot);
  }

  /** The native function behind what was found, or 0 if it has to be called as a method. */
  private long nativeFunction(long type, String slot, SlotTable.Def def, long found) {
    if (found == py.none && slot.equals("tp_hash")) {
      return py.comparisons.notHashable;
    }
    if (slot.equals("tp_new")) {
      return nativeNew(found);
    }
    if (py.typeOf(found) != py.types.wrapperDescriptor
        || memory.load64(found + Descriptors.WRAPPER) != def.wrapper()) {
      return 0;
    }
    long owner = memory.load64(found + TypeStructs.DESCR.offset("d_type"));
    return py.typeObjects.isSubtype(type, owner) ? memory.load64(found + Descriptors.WRAPPED) : 0;
  }

  private long nativeNew(long found) {
    if (py.typeOf(found) != py.types.nativeFunction) {
      return 0;
    }
    long owner = memory.load64(found + NativeFunctions.SELF);
    return memory.load64(owner + TypeObjects.NEW);
  }
}
