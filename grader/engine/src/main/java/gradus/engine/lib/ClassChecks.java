package gradus.engine.lib;

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
      return checkAny(py, object, wanted, method, function);
    }
    if (py.typeOf(wanted) == py.types.type) {
      return function.equals("isinstance")
          ? AbstractClasses.isInstance(py, object, wanted)
          : AbstractClasses.isSubclass(py, object, wanted);
    }
    long result = py.calls.special(wanted, method, object);
    if (result == 0) {
      return function.equals("isinstance")
          ? AbstractClasses.isInstance(py, object, wanted)
          : AbstractClasses.isSubclass(py, object, wanted);
    }
    boolean holds = py.comparisons.truth(result);
    py.decref(result);
    return holds;
  }

  private static boolean checkAny(
      Space py, long object, long tuple, String method, String function) {
    py.exceptions.enter(" in " + method);
    try {
      for (int index = 0; index < py.tuples.size(tuple); index++) {
        if (check(py, object, py.tuples.get(tuple, index), method, function)) {
          return true;
        }
      }
      return false;
    } finally {
      py.exceptions.leave();
    }
  }
}
