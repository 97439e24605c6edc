package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Attributes;
import gradus.engine.object.Comparisons;
import gradus.engine.object.Dicts;
import gradus.engine.object.Ints;
import gradus.engine.object.Raise;
import gradus.engine.object.References;
import gradus.engine.object.Space;

/**
 * What translated code compares and looks up. None of it raises or runs Python code: 0 or −1 says
 * that the interpreter's helpers have to do it.
 */
abstract class TranslatedLookups extends TranslatedNumbers {

  private static final int IN = 6;
  private static final int NOT_IN = 7;
  private static final int IS = 8;

  private final Machine machine;
  private final OperatorOps operators;
  private final Space py;
  private final Memory memory;
  private final Ints ints;
  private final Dicts dicts;
  private final Comparisons comparisons;
  private final Attributes attributes;

  // HotSpot follows every field on the way to these whenever they are asked for.
  private final long dictType;
  private final long strType;
  private final long intType;
  private final long listIterator;
  private final long yes;
  private final long no;
  private final long none;

  TranslatedLookups(Machine machine, General general) {
    super(machine.py);
    this.machine = machine;
    operators = general.operators;
    py = machine.py;
    memory = py.memory;
    ints = py.ints;
    dicts = py.dicts;
    comparisons = py.comparisons;
    attributes = py.attributes;
    dictType = py.types.dict;
    strType = py.types.str;
    intType = py.types.integer;
    listIterator = py.iterators.listIteratorType();
    yes = py.yes;
    no = py.no;
    none = py.none;
  }

  private long typeOf(long object) {
    return memory.load64(object + References.TYPE);
  }

  long own(long value) {
    memory.add64(value, 1);
    return value;
  }

  /** Whether a comparison of two numbers holds: 1 or 0. */
  int compare(long left, long right, int op) {
    return op < IN ? comparisons.plain(left, right, op) : contains(right, left, op);
  }

  private int contains(long container, long item, int op) {
    if (op > NOT_IN || typeOf(container) != dictType) {
      return -1;
    }
    long value = dicts.getPlain(container, item);
    return value < 0 ? -1 : (value != 0) == (op == IN) ? 1 : 0;
  }

  int same(long left, long right, int op) {
    return (left == right) == (op == IS) ? 1 : 0;
  }

  long bool(int truth) {
    return own(truth != 0 ? yes : no);
  }

  int truth(long value) {
    if (value == yes) {
      return 1;
    }
    if (value == no || value == none) {
      return 0;
    }
    if (typeOf(value) == intType) {
      return ints.hasOneDigit(value) && ints.digitValue(value) == 0 ? 0 : 1;
    }
    return -1;
  }

  /** An item of a list or dict, or a character of a str. */
  long subscript(long container, long key) {
    long type = typeOf(container);
    if (type == dictType) {
      long value = dicts.getPlain(container, key);
      return value > 0 ? own(value) : 0;
    }
    if (type == strType) {
      return operators.character(container, key);
    }
    return operators.listItem(container, key);
  }

  long replaceItem(long container, long key, long value) {
    return operators.replaceItem(container, key, value);
  }

  long next(long iterator) {
    long type = typeOf(iterator);
    if (type == listIterator) {
      return py.iterators.itemOfList(iterator);
    }
    try {
      return py.items.nextOfRange(iterator);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long deref(long frame, int index) {
    long value = memory.load64(machine.frames.cell(frame, index) + Cells.VALUE);
    return value == 0 ? 0 : own(value);
  }

  long attribute(long owner, TranslatedCode code, int index) {
    return attributes.plain(owner, code.name(index), code.attribute(index));
  }

  /** What an attribute is called by that is a method, borrowed; 0 for any other. */
  long method(long owner, TranslatedCode code, int index) {
    return machine.tracing.profilesCalls()
        ? 0
        : attributes.method(owner, code.name(index), code.attribute(index));
  }

  long replaceAttribute(long owner, long value, TranslatedCode code, int index) {
    return attributes.replacePlain(owner, code.name(index), value, code.attribute(index));
  }

  long global(long frame, TranslatedCode code, int siteIndex, int index) {
    TranslatedCode.GlobalSite site = code.site(siteIndex);
    long globals = memory.load64(frame + Frames.GLOBALS);
    long builtins = memory.load64(frame + Frames.BUILTINS);
    if (dicts.version(globals) == site.globals && dicts.version(builtins) == site.builtins) {
      return own(site.value);
    }
    long value = dicts.getGlobal(globals, builtins, code.name(index));
    if (value == 0) {
      return 0;
    }
    site.globals = dicts.version(globals);
    site.builtins = dicts.version(builtins);
    site.value = value;
    return own(value);
  }
}
