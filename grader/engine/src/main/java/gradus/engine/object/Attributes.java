package gradus.engine.object;

import gradus.engine.memory.Memory;

/** Getting, setting and deleting attributes (Objects/object.c). */
public final class Attributes {

  private static final int GET = Slots.type("tp_getattro");
  private static final int SET = Slots.type("tp_setattro");
  private static final int DESCR_GET = Slots.type("tp_descr_get");
  private static final int DESCR_SET = Slots.type("tp_descr_set");

  private final Space py;
  private final Memory memory;

  /** The slot functions of objects without rules of their own. */
  public final long genericGet;

  public final long genericSet;

  Attributes(Space py) {
    this.py = py;
    memory = py.memory;
    genericGet = py.code.define("PyObject_GenericGetAttr", (Binary) this::genericGet);
    genericSet = py.code.define("PyObject_GenericSetAttr", (Ternary) this::genericSet);
  }

  /** {@code object.name}. */
  public long get(long object, long name) {
    long getter = memory.load64(py.typeOf(object) + GET);
    return getter == genericGet
        ? genericGet(object, name)
        : py.code.binary(getter).call(object, name);
  }

  /** The same for a name native code knows. */
  public long get(long object, String name) {
    return get(object, py.names.of(name));
  }

  /** The attribute, or 0 where getting it raises AttributeError. */
  public long find(long object, long name) {
    try {
      return get(object, name);
    } catch (Raise raise) {
      py.exceptions.swallow(raise, "AttributeError");
      return 0;
    }
  }

  /** The same for a name native code knows. */
  public long find(long object, String name) {
    return find(object, py.names.of(name));
  }

  /** {@code object.name = value}, or {@code del object.name} for a value of 0. */
  public void set(long object, long name, long value) {
    long setter = memory.load64(py.typeOf(object) + SET);
    if (setter == genericSet) {
      genericSet(object, name, value);
    } else {
      py.code.ternary(setter).call(object, name, value);
    }
  }

  /** The same for a name native code knows. */
  public void set(long object, String name, long value) {
    set(object, py.names.of(name), value);
  }

  /**
   * Binds what a type's dict holds to an object of the type: {@code descr.__get__(object, type)}.
   */
  public long bind(long descriptor, long object, long type) {
    if (object != 0 && py.calls.isPythonFunction(descriptor)) {
      return py.methods.of(descriptor, object);
    }
    long getter = memory.load64(py.typeOf(descriptor) + DESCR_GET);
    return getter == 0
        ? py.own(descriptor)
        : py.code.ternary(getter).call(descriptor, object, type);
  }

  public boolean hasGet(long descriptor) {
    return memory.load64(py.typeOf(descriptor) + DESCR_GET) != 0;
  }

  public boolean hasSet(long descriptor) {
    return memory.load64(py.typeOf(descriptor) + DESCR_SET) != 0;
  }

  /** Calls {@code descriptor.__set__}, or {@code __delete__} for a value of 0. */
  public void setThrough(long descriptor, long object, long value) {
    long setter = memory.load64(py.typeOf(descriptor) + DESCR_SET);
    py.code.ternary(setter).call(descriptor, object, value);
  }

  /**
   * A data descriptor of the type, else what the object's dict has, else the type's other value.
   */
  public long genericGet(long object, long name) {
    long type = py.typeOf(object);
    requireName(name);
    long descriptor = py.typeObjects.lookup(type, name);
    if (descriptor != 0 && hasSet(descriptor) && hasGet(descriptor)) {
      return bindHeld(descriptor, object, type);
    }
    long place = py.typeObjects.dictPlace(object);
    long dict = place == 0 ? 0 : memory.load64(place);
    if (descriptor != 0) {
      return dict == 0
          ? bindHeld(descriptor, object, type)
          : fromDictOrBound(dict, name, descriptor, object, type);
    }
    long value = dict == 0 ? 0 : py.dicts.getName(dict, name);
    if (value == 0) {
      throw missing(object, name);
    }
    return py.own(value);
  }

  /**
   * An attribute if it can be got without running Python code, or 0: what an instance's dict has,
   * or a method of its type.
   */
  public long plain(long object, long name, AttributeSite site) {
    if (!isKnown(py.typeOf(object), name, site) || !site.gets) {
      return 0;
    }
    long value = inDict(object, name, site);
    if (value != 0) {
      return value > 0 ? py.own(value) : 0;
    }
    return bindsFreely(site.descriptor) ? bound(site.descriptor, object) : 0;
  }

  /**
   * The method of an object's type that an attribute would be bound from, borrowed; 0 if the
   * attribute is anything else, or if getting it could run Python code.
   */
  public long method(long object, long name, AttributeSite site) {
    if (!isKnown(py.typeOf(object), name, site) || !site.gets || site.descriptor == 0) {
      return 0;
    }
    return bindsFreely(site.descriptor) && inDict(object, name, site) == 0 ? site.descriptor : 0;
  }

  /** What an object's dict has of a name, borrowed, 0 for nothing, less if that is not known. */
  private long inDict(long object, long name, AttributeSite site) {
    long dict = dict(object, site);
    return dict == 0 ? 0 : py.dicts.getPlain(dict, name, site);
  }

  /**
   * Replaces a value in an instance's dict, and returns the reference to the old one; 0, and
   * nothing happens, where there is none or Python code might run.
   */
  public long replacePlain(long object, long name, long value, AttributeSite site) {
    long type = py.typeOf(object);
    if (!isKnown(type, name, site) || !site.sets) {
      return 0;
    }
    long dict = dict(object, site);
    return dict == 0 ? 0 : py.dicts.replacePlain(dict, name, value, site);
  }

  private long dict(long object, AttributeSite site) {
    return site.dictOffset == 0 ? 0 : memory.load64(object + site.dictOffset);
  }

  /** Whether it is known what a type says about a name; that goes by how its slots are, too. */
  private boolean isKnown(long type, long name, AttributeSite site) {
    return site.knows(type, py.typeObjects.changes()) || learn(type, name, site);
  }

  private boolean learn(long type, long name, AttributeSite site) {
    long descriptor = py.typeObjects.known(type, name);
    if (descriptor == TypeObjects.UNKNOWN) {
      return false;
    }
    boolean plain = isPlainMethod(descriptor);
    site.descriptor = descriptor;
    site.gets = plain && memory.load64(type + GET) == genericGet;
    site.sets = plain && memory.load64(type + SET) == genericSet;
    site.dictOffset = py.typeObjects.plainDictOffset(type);
    site.learn(type, py.typeObjects.changes());
    return true;
  }

  private boolean isPlainMethod(long descriptor) {
    return descriptor == 0
        || py.calls.isPythonFunction(descriptor)
        || py.typeOf(descriptor) == py.types.methodDescriptor;
  }

  /** Whether binding takes no new memory, so that no collection can start. */
  private boolean bindsFreely(long descriptor) {
    return descriptor != 0
        && (py.calls.isPythonFunction(descriptor) ? py.methods.hasFree() : py.functions.hasFree());
  }

  private long bound(long descriptor, long object) {
    return py.calls.isPythonFunction(descriptor)
        ? py.methods.of(descriptor, object)
        : py.functions.bound(descriptor, object);
  }

  /** The descriptor is held while keys are compared: that can run code which deletes it. */
  private long fromDictOrBound(long dict, long name, long descriptor, long object, long type) {
    py.incref(descriptor);
    try {
      long value = py.dicts.getName(dict, name);
      return value != 0 ? py.own(value) : bind(descriptor, object, type);
    } finally {
      py.decref(descriptor);
    }
  }

  private long bindHeld(long descriptor, long object, long type) {
    py.incref(descriptor);
    try {
      return bind(descriptor, object, type);
    } finally {
      py.decref(descriptor);
    }
  }

  private void requireName(long name) {
    if (!py.strs.is(name)) {
      throw Raise.typeError("attribute name must be string, not '%s'".formatted(py.typeName(name)));
    }
  }

  private Raise missing(long object, long name) {
    return Raise.attributeError(
        "'%s' object has no attribute '%s'".formatted(py.typeName(object), py.strs.text(name)));
  }

  /** Sets through a data descriptor of the type, or in the object's dict. */
  public long genericSet(long object, long name, long value) {
    long type = py.typeOf(object);
    requireName(name);
    long descriptor = py.typeObjects.lookup(type, name);
    if (descriptor != 0 && hasSet(descriptor)) {
      setThrough(descriptor, object, value);
      return 0;
    }
    long place = py.typeObjects.dictPlace(object);
    if (place == 0) {
      throw descriptor == 0 ? missing(object, name) : readOnly(object, name);
    }
    if (value == 0) {
      deleteFrom(place, object, name);
    } else {
      py.sharedKeys.set(type, place, name, value);
    }
    return 0;
  }

  private void deleteFrom(long place, long object, long name) {
    long dict = memory.load64(place);
    if (dict == 0 || !py.sharedKeys.remove(py.typeOf(object), dict, name)) {
      // The message is only the name, as the KeyError behind it had it.
      throw Raise.attributeError(py.strs.text(name));
    }
  }

  private Raise readOnly(long object, long name) {
    return Raise.attributeError(
        "'%s' object attribute '%s' is read-only"
            .formatted(py.typeName(object), py.strs.text(name)));
  }
}
