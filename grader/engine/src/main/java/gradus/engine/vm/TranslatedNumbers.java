package gradus.engine.vm;

import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/**
 * What translated code does with two numbers. Each operator gives a new reference, or 0 for what
 * has to be done by the interpreter's helpers.
 */
abstract class TranslatedNumbers {

  private final Arithmetic arithmetic;

  TranslatedNumbers(Space py) {
    arithmetic = new Arithmetic(py);
  }

  // Where memory is used up the interpreter's helper meets it again, and raises.

  long add(long left, long right) {
    try {
      return arithmetic.add(left, right);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long subtract(long left, long right) {
    try {
      return arithmetic.subtract(left, right);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long multiply(long left, long right) {
    try {
      return arithmetic.multiply(left, right);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long trueDivide(long left, long right) {
    try {
      return arithmetic.trueDivide(left, right);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long power(long left, long right) {
    try {
      return arithmetic.power(left, right);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long floorDivide(long left, long right) {
    try {
      return arithmetic.floorDivide(left, right);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long remainder(long left, long right) {
    try {
      return arithmetic.remainder(left, right);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long and(long left, long right) {
    try {
      return arithmetic.and(left, right);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long or(long left, long right) {
    try {
      return arithmetic.or(left, right);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long xor(long left, long right) {
    try {
      return arithmetic.xor(left, right);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long leftShift(long left, long right) {
    try {
      return arithmetic.leftShift(left, right);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }

  long rightShift(long left, long right) {
    try {
      return arithmetic.rightShift(left, right);
    } catch (Raise outOfMemory) {
      return 0;
    }
  }
}
