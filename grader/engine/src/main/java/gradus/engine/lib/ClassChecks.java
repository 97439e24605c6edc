package gradus.engine.lib;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** {@code isinstance} and {@code issubclass} (Objects/abstract.c). */
final class ClassChecks {

  private ClassChecks() {}

  static boolean isInstance(Space py, long object, long wanted) {
    if (py.typeOf(object) == wanted) {
      return true;
    }
    return check(py, object, wanted, "__instancecheck__", "isinstance");
  }

  static boolean isSubclass(Space py, long type, long wanted) {
    return check(py, type, wanted, "__subclasscheck__", "issubclass");
  }

  private static boolean check(Space py, long object, long wanted, String method, String function) {
    if (py.tuples.is(wanted)) {
      for (int index = 0; index < py.tuples.size(wanted); index++) {
        if (check(py, object, py.tuples.get(wanted, index), method, function)) {
          return true;
        }
      }
      return false;
    }
    if (function.equals("issubclass") && !py.types.isType(object)) {
      throw Raise.typeError("issubclass() arg 1 must be a class");
    }
    long result = py.calls.special(wanted, method, object);
    if (result == 0) {
      throw Raise.typeError(
          function.equals("isinstance")
              ? "isinstance() arg 2 must be a type or tuple of types"
              : "issubclass() arg 2 must be a class or tuple of classes");
    }
    boolean holds = py.comparisons.truth(result);
    py.decref(result);
    return holds;
  }
}
