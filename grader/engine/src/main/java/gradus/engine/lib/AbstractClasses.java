package gradus.engine.lib;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/**
 * The plain relations between objects and classes, where anything with a tuple {@code __bases__} is
 * a class ({@code recursive_isinstance} of Objects/abstract.c).
 */
final class AbstractClasses {

  private AbstractClasses() {}

  static boolean isInstance(Space py, long object, long wanted) {
    if (py.types.isType(wanted)) {
      return py.typeObjects.isInstance(object, wanted) || claims(py, object, wanted);
    }
    requireClass(py, wanted, "isinstance() arg 2 must be a type or tuple of types");
    long type = py.attributes.find(object, "__class__");
    if (type == 0) {
      return false;
    }
    try {
      return descends(py, type, wanted);
    } finally {
      py.decref(type);
    }
  }

  /** Whether {@code __class__} says so, as a proxy's does. */
  private static boolean claims(Space py, long object, long wanted) {
    long type = py.attributes.find(object, "__class__");
    try {
      return type != 0
          && type != py.typeOf(object)
          && py.types.isType(type)
          && py.typeObjects.isSubtype(type, wanted);
    } finally {
      py.xdecref(type);
    }
  }

  static boolean isSubclass(Space py, long type, long wanted) {
    if (py.types.isType(type) && py.types.isType(wanted)) {
      return py.typeObjects.isSubtype(type, wanted);
    }
    requireClass(py, type, "issubclass() arg 1 must be a class");
    requireClass(py, wanted, "issubclass() arg 2 must be a class or tuple of classes");
    return descends(py, type, wanted);
  }

  private static void requireClass(Space py, long object, String message) {
    long bases = bases(py, object);
    if (bases == 0) {
      throw Raise.typeError(message);
    }
    py.decref(bases);
  }

  private static long bases(Space py, long object) {
    long bases = py.attributes.find(object, "__bases__");
    if (bases != 0 && !py.tuples.is(bases)) {
      py.decref(bases);
      return 0;
    }
    return bases;
  }

  private static boolean descends(Space py, long type, long wanted) {
    if (type == wanted) {
      return true;
    }
    long bases = bases(py, type);
    if (bases == 0) {
      return false;
    }
    py.exceptions.enter(" in __subclasscheck__");
    try {
      for (int index = 0; index < py.tuples.size(bases); index++) {
        if (descends(py, py.tuples.get(bases, index), wanted)) {
          return true;
        }
      }
      return false;
    } finally {
      py.exceptions.leave();
      py.decref(bases);
    }
  }
}
