package gradus.engine.object;

import java.util.ArrayList;
import java.util.List;

/**
 * Which special method belongs to which slot (slotdefs in Objects/typeobject.c), in the order of
 * the slots in a heap type.
 */
final class SlotTable {

  /**
   * A special method and its slot.
   *
   * @param wrapper how the slot is called as a method
   * @param generic the function that fills the slot of a class which defines the method in Python
   */
  record Def(String name, String slot, long wrapper, long generic) {}

  private final List<Def> defs = new ArrayList<>();
  private final SlotWrappers wrap;
  private final SlotFunctions generic;

  SlotTable(Space py) {
    wrap = new SlotWrappers(py);
    generic = new SlotFunctions(py);
    types();
    numbers();
    collections();
  }

  List<Def> all() {
    return defs;
  }

  private void add(String name, String slot, long wrapper, long function) {
    defs.add(new Def(name, slot, wrapper, function));
  }

  private void types() {
    add("__repr__", "tp_repr", wrap.unary, generic.repr());
    add("__hash__", "tp_hash", wrap.number, generic.hash());
    add("__call__", "tp_call", wrap.call, generic.call());
    add("__str__", "tp_str", wrap.unary, generic.unary("__str__"));
    add("__getattribute__", "tp_getattro", wrap.binary, generic.getAttribute());
    add("__getattr__", "tp_getattro", 0, generic.getAttribute());
    long set = generic.setAttribute();
    add("__setattr__", "tp_setattro", wrap.setAttribute, set);
    add("__delattr__", "tp_setattro", wrap.deleteAttribute, set);
    long compare = generic.compare();
    for (int op = 0; op < Comparisons.NAMES.size(); op++) {
      add(Comparisons.NAMES.get(op), "tp_richcompare", wrap.compare(op), compare);
    }
    add("__iter__", "tp_iter", wrap.unary, generic.iter());
    add("__next__", "tp_iternext", wrap.next, generic.unary("__next__"));
    add("__get__", "tp_descr_get", wrap.get, generic.get());
    long descriptorSet = generic.set("__set__", "__delete__");
    add("__set__", "tp_descr_set", wrap.setKey, descriptorSet);
    add("__delete__", "tp_descr_set", wrap.deleteKey, descriptorSet);
    add("__init__", "tp_init", wrap.init, generic.init());
    add("__new__", "tp_new", 0, generic.create());
    add("__del__", "tp_finalize", wrap.unary, generic.unary("__del__"));
    add("__await__", "am_await", wrap.unary, generic.unary("__await__"));
    add("__aiter__", "am_aiter", wrap.unary, generic.unary("__aiter__"));
    add("__anext__", "am_anext", wrap.unary, generic.unary("__anext__"));
  }

  private void numbers() {
    binary("add", "add");
    binary("subtract", "sub");
    binary("multiply", "mul");
    binary("remainder", "mod");
    binary("divmod", "divmod");
    long power = generic.power();
    add("__pow__", "nb_power", wrap.power, power);
    add("__rpow__", "nb_power", wrap.powerSwapped, power);
    unary("__neg__", "nb_negative");
    unary("__pos__", "nb_positive");
    unary("__abs__", "nb_absolute");
    add("__bool__", "nb_bool", wrap.truth, generic.truth());
    unary("__invert__", "nb_invert");
    for (String name : List.of("lshift", "rshift", "and", "xor", "or")) {
      binary(name, name);
    }
    unary("__int__", "nb_int");
    unary("__float__", "nb_float");
    for (String[] pair :
        new String[][] {
          {"add", "add"},
          {"subtract", "sub"},
          {"multiply", "mul"},
          {"remainder", "mod"},
          {"power", "pow"},
          {"lshift", "lshift"},
          {"rshift", "rshift"},
          {"and", "and"},
          {"xor", "xor"},
          {"or", "or"}
        }) {
      inPlace(pair[0], pair[1]);
    }
    binary("floor_divide", "floordiv");
    binary("true_divide", "truediv");
    inPlace("floor_divide", "floordiv");
    inPlace("true_divide", "truediv");
    unary("__index__", "nb_index");
    binary("matrix_multiply", "matmul");
    inPlace("matrix_multiply", "matmul");
  }

  private void collections() {
    long length = generic.length();
    add("__len__", "mp_length", wrap.number, length);
    add("__getitem__", "mp_subscript", wrap.binary, generic.binary("__getitem__"));
    long set = generic.set("__setitem__", "__delitem__");
    add("__setitem__", "mp_ass_subscript", wrap.setKey, set);
    add("__delitem__", "mp_ass_subscript", wrap.deleteKey, set);
    add("__len__", "sq_length", wrap.number, length);
    add("__add__", "sq_concat", wrap.binary, 0);
    add("__mul__", "sq_repeat", wrap.indexed, 0);
    add("__rmul__", "sq_repeat", wrap.indexed, 0);
    add("__getitem__", "sq_item", wrap.item, generic.item());
    long setItem = generic.setItem();
    add("__setitem__", "sq_ass_item", wrap.setItem, setItem);
    add("__delitem__", "sq_ass_item", wrap.deleteItem, setItem);
    add("__contains__", "sq_contains", wrap.contains, generic.contains());
    add("__iadd__", "sq_inplace_concat", wrap.binary, 0);
    add("__imul__", "sq_inplace_repeat", wrap.indexed, 0);
  }

  private void unary(String name, String slot) {
    add(name, slot, wrap.unary, generic.unary(name));
  }

  private void binary(String slot, String name) {
    long function = generic.operator("nb_" + slot, "__" + name + "__", "__r" + name + "__");
    add("__" + name + "__", "nb_" + slot, wrap.binaryLeft, function);
    add("__r" + name + "__", "nb_" + slot, wrap.binarySwapped, function);
  }

  private void inPlace(String slot, String name) {
    String method = "__i" + name + "__";
    boolean power = slot.equals("power");
    long function = power ? generic.inPlacePower() : generic.binary(method);
    add(method, "nb_inplace_" + slot, power ? wrap.inPlacePower : wrap.binary, function);
  }
}
