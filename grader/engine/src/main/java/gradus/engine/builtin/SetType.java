package gradus.engine.builtin;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Binary;
import gradus.engine.object.Raise;
import gradus.engine.object.Sets;
import gradus.engine.object.Space;
import gradus.engine.object.Ternary;
import gradus.engine.object.TypeBuilder;
import gradus.engine.object.Unary;

/** The types {@code set} and {@code frozenset} (Objects/setobject.c). */
final class SetType {

  private static final int SET = ObjectStructs.SET_ITERATOR.offset("si_set");
  private static final int USED = ObjectStructs.SET_ITERATOR.offset("si_used");
  private static final int POSITION = ObjectStructs.SET_ITERATOR.offset("si_pos");
  private static final int LEFT = ObjectStructs.SET_ITERATOR.offset("len");

  private final Space py;
  private final Memory memory;
  private final Sets sets;
  private final SetOperations operations;
  private long iterator;
  private long emptyFrozen;

  SetType(Space py) {
    this.py = py;
    memory = py.memory;
    sets = py.sets;
    operations = new SetOperations(py);
  }

  void define() {
    TypeBuilder set = common("set").unhashable().slot("tp_init", (Ternary) this::init);
    operations.installMutating(set);
    TypeBuilder frozen = common("frozenset").slot("tp_hash", (Unary) this::hash);
    sets.typesAre(set.ready(), frozen.ready());
    iterator =
        TypeBuilder.define(py, "set_iterator", ObjectStructs.SET_ITERATOR)
            .container(
                (object, visitor) -> {
                  if (memory.load64(object + SET) != 0) {
                    visitor.accept(memory.load64(object + SET));
                  }
                })
            .dealloc(
                object -> {
                  py.untrack(object);
                  py.xdecref(memory.load64(object + SET));
                  py.free(object);
                })
            .slot("tp_iter", (Unary) py::own)
            .slot("tp_iternext", (Unary) this::next)
            .method("__length_hint__", self -> py.ints.of(memory.load64(self + LEFT)))
            .ready();
  }

  private TypeBuilder common(String name) {
    TypeBuilder type =
        TypeBuilder.define(py, name, ObjectStructs.SET)
            .derivable()
            .container(
                (object, visitor) -> {
                  for (int at = sets.next(object, 0); at >= 0; at = sets.next(object, at + 1)) {
                    visitor.accept(sets.keyAt(object, at));
                  }
                })
            .clear(sets::clear)
            .dealloc(sets::dealloc)
            .weakListAt(ObjectStructs.SET.offset("weakreflist"))
            .slot("tp_new", (Ternary) this::create)
            .slot("tp_repr", (Unary) this::repr)
            .slot("tp_iter", (Unary) this::iterate)
            .slot("sq_length", (Unary) sets::size)
            .slot("sq_contains", (Binary) (self, key) -> operations.contains(self, key) ? 1 : 0)
            .method1("__contains__", (self, key) -> py.bool(operations.contains(self, key)))
            .method(
                "__sizeof__",
                self -> py.ints.of(py.typeObjects.basicSize(self) + sets.tableSize(self)));
    operations.install(type);
    return type;
  }

  private long create(long type, long tuple, long keywords) {
    if (type == sets.type() || !py.typeObjects.isSubtype(type, sets.frozenType())) {
      return sets.create(type);
    }
    py.arguments.noKeywordDict("frozenset()", keywords);
    py.arguments.unpack("frozenset", py.tuples.size(tuple), 0, 1);
    long source = py.tuples.size(tuple) == 0 ? 0 : py.tuples.get(tuple, 0);
    if (type != sets.frozenType()) {
      return operations.of(type, source);
    }
    if (source != 0 && py.typeOf(source) == type) {
      return py.own(source);
    }
    long made = operations.of(type, source);
    if (sets.size(made) > 0) {
      return made;
    }
    emptyFrozen = emptyFrozen == 0 ? py.own(made) : emptyFrozen;
    py.decref(made);
    return py.own(emptyFrozen);
  }

  private long init(long self, long tuple, long keywords) {
    py.arguments.noKeywordDict("set()", keywords);
    py.arguments.unpack("set", py.tuples.size(tuple), 0, 1);
    sets.clear(self);
    if (py.tuples.size(tuple) == 1) {
      operations.update(self, py.tuples.get(tuple, 0));
    }
    return 0;
  }

  private long repr(long self) {
    String name = py.typeName(self);
    name = name.substring(name.lastIndexOf('.') + 1);
    if (!py.texts.enter(self)) {
      return py.strs.of(name + "(...)");
    }
    try {
      if (sets.size(self) == 0) {
        return py.strs.of(name + "()");
      }
      long list = py.items.listOf(self);
      String items = py.texts.reprText(list);
      py.decref(list);
      String braced = "{" + items.substring(1, items.length() - 1) + "}";
      return py.strs.of(py.typeOf(self) == sets.type() ? braced : name + "(" + braced + ")");
    } finally {
      py.texts.leave();
    }
  }

  /** Mixes the keys' hashes so that their order does not matter. */
  private long hash(long self) {
    long hash = memory.load64(self + Sets.HASH);
    if (hash != -1) {
      return hash;
    }
    hash = 0;
    for (int slot = sets.next(self, 0); slot >= 0; slot = sets.next(self, slot + 1)) {
      long each = sets.hashAt(self, slot);
      hash ^= (each ^ 89869747L ^ (each << 16)) * 3644798167L;
    }
    hash ^= (sets.size(self) + 1L) * 1927868237L;
    hash ^= (hash >>> 11) ^ (hash >>> 25);
    hash = hash * 69069L + 907133923L;
    hash = hash == -1 ? 590923713L : hash;
    memory.store64(self + Sets.HASH, hash);
    return hash;
  }

  private long iterate(long self) {
    long made = py.create(iterator);
    memory.store64(made + SET, py.own(self));
    memory.store64(made + USED, sets.size(self));
    memory.store64(made + LEFT, sets.size(self));
    return made;
  }

  private long next(long self) {
    long set = memory.load64(self + SET);
    if (set == 0) {
      return 0;
    }
    if (memory.load64(self + USED) != sets.size(set)) {
      memory.store64(self + USED, -1);
      throw Raise.runtimeError("Set changed size during iteration");
    }
    int slot = sets.next(set, (int) memory.load64(self + POSITION));
    if (slot < 0) {
      py.clear(self + SET);
      return 0;
    }
    memory.store64(self + POSITION, slot + 1L);
    memory.store64(self + LEFT, memory.load64(self + LEFT) - 1);
    return py.own(sets.keyAt(set, slot));
  }
}
