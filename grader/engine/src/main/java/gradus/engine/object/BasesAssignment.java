package gradus.engine.object;

import gradus.engine.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/** {@code type.__bases__ = others} (type_set_bases in Objects/typeobject.c). */
final class BasesAssignment {

  private record Change(long type, long mro, long old) {}

  private final Space py;
  private final Memory memory;
  private final LayoutMatch layouts;

  BasesAssignment(Space py, LayoutMatch layouts) {
    this.py = py;
    this.layouts = layouts;
    memory = py.memory;
  }

  /**
   * Gives a class other bases: the MROs below it are made anew, and a metaclass's {@code mro} may
   * change bases itself while that is done. If one fails, all is as it was.
   */
  void set(long type, long bases) {
    requireBases(type, bases);
    long base = layouts.bestBase(bases);
    long oldBase = memory.load64(type + TypeObjects.BASE);
    long oldBases = memory.load64(type + TypeObjects.BASES);
    layouts.requireAlike(oldBase, base, "__bases__");
    memory.store64(type + TypeObjects.BASES, py.own(bases));
    memory.store64(type + TypeObjects.BASE, py.own(base));
    List<Change> changes = new ArrayList<>();
    try {
      renew(type, changes);
    } catch (Raise raise) {
      undo(changes);
      boolean mine = memory.load64(type + TypeObjects.BASES) == bases;
      if (mine) {
        memory.store64(type + TypeObjects.BASES, oldBases);
        memory.store64(type + TypeObjects.BASE, oldBase);
      }
      py.decref(mine ? bases : oldBases);
      py.decref(mine ? base : oldBase);
      throw raise;
    }
    changes.forEach(change -> py.xdecref(change.old()));
    if (memory.load64(type + TypeObjects.BASES) == bases) {
      move(type, oldBases, bases);
    }
    py.decref(oldBases);
    py.decref(oldBase);
  }

  private void requireBases(long type, long bases) {
    String name = py.typeObjects.fullName(type);
    if (!py.tuples.is(bases)) {
      throw Raise.typeError(
          "can only assign tuple to %s.__bases__, not %s".formatted(name, py.typeName(bases)));
    }
    if (py.tuples.size(bases) == 0) {
      throw Raise.typeError(
          "can only assign non-empty tuple to %s.__bases__, not ()".formatted(name));
    }
    for (int index = 0; index < py.tuples.size(bases); index++) {
      requireClass(type, py.tuples.get(bases, index), name);
    }
  }

  private void requireClass(long type, long base, String name) {
    if (!py.types.is(base, TypeFlags.TYPE)) {
      throw Raise.typeError(
          "%s.__bases__ must be tuple of classes, not '%s'".formatted(name, py.typeName(base)));
    }
    if (py.typeObjects.isSubtype(base, type) || descends(base, type)) {
      throw Raise.typeError("a __bases__ item causes an inheritance cycle");
    }
  }

  /** MROs may not be up to date when a metaclass's mro comes here again; bases are. */
  private boolean descends(long type, long ancestor) {
    for (long at = type; at != 0; at = memory.load64(at + TypeObjects.BASE)) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  private void renew(long type, List<Change> changes) {
    long old = memory.load64(type + TypeObjects.MRO);
    if (!py.typeObjects.ready().renewMro(type)) {
      return;
    }
    changes.add(new Change(type, memory.load64(type + TypeObjects.MRO), old));
    List<Long> below = new ArrayList<>();
    py.typeObjects.eachSubclass(type, below::add);
    below.forEach(each -> renew(each, changes));
  }

  private void undo(List<Change> changes) {
    for (Change change : changes) {
      boolean latest = memory.load64(change.type() + TypeObjects.MRO) == change.mro();
      if (latest) {
        memory.store64(change.type() + TypeObjects.MRO, change.old());
      }
      py.xdecref(latest ? change.mro() : change.old());
    }
    py.typeObjects.changed();
  }

  private void move(long type, long oldBases, long bases) {
    for (int index = 0; index < py.tuples.size(oldBases); index++) {
      py.typeObjects.removeSubclass(py.tuples.get(oldBases, index), type);
    }
    for (int index = 0; index < py.tuples.size(bases); index++) {
      py.typeObjects.addSubclass(py.tuples.get(bases, index), type);
    }
    py.typeObjects.changed();
    py.typeObjects.slotUpdate().allBelow(type);
  }
}
