package gradus.engine.object;

/** The slot of a binary operator in a class: it may be called for the left or the right operand. */
final class OperatorSlot {

  private final Space py;
  private final String slot;
  private final String name;
  private final String reflected;
  private long address;

  OperatorSlot(Space py, String slot, String name, String reflected) {
    this.py = py;
    this.slot = slot;
    this.name = name;
    this.reflected = reflected;
  }

  void isAt(long function) {
    address = function;
  }

  long call(long left, long right) {
    long leftType = py.typeOf(left);
    long rightType = py.typeOf(right);
    boolean other = leftType != rightType && uses(rightType);
    if (uses(leftType)) {
      if (other && py.typeObjects.isSubtype(rightType, leftType) && overrides(left, right)) {
        long result = calling(right, reflected, left);
        if (result != py.notImplemented) {
          return result;
        }
        py.decref(result);
        other = false;
      }
      long result = calling(left, name, right);
      if (result != py.notImplemented || leftType == rightType) {
        return result;
      }
      py.decref(result);
    }
    return other ? calling(right, reflected, left) : py.newNotImplemented();
  }

  private boolean uses(long type) {
    return Slots.load(py.memory, type, slot) == address;
  }

  private long calling(long self, String method, long other) {
    long result = py.calls.special(self, method, other);
    return result == 0 ? py.newNotImplemented() : result;
  }

  /** Whether the right operand's class says something of its own for the reflected method. */
  private boolean overrides(long left, long right) {
    long mine = py.typeObjects.lookup(py.typeOf(right), reflected);
    long theirs = py.typeObjects.lookup(py.typeOf(left), reflected);
    return mine != 0 && mine != theirs;
  }
}
