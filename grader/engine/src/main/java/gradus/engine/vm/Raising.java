package gradus.engine.vm;

import gradus.engine.memory.Memory;
import gradus.engine.object.Exceptions;
import gradus.engine.object.Raise;
import gradus.engine.object.Space;

/** Raising and matching exceptions: {@code raise}, {@code except}, context and traceback. */
final class Raising {

  private final Machine machine;
  private final Space py;
  private final Memory memory;

  Raising(Machine machine) {
    this.machine = machine;
    py = machine.py;
    memory = py.memory;
  }

  boolean isClass(long object) {
    return py.types.isExceptionClass(object);
  }

  /** Whether an exception or its class fits what an except clause names. */
  public boolean matches(long exception, long wanted) {
    if (py.tuples.is(wanted)) {
      for (int index = 0; index < py.tuples.size(wanted); index++) {
        if (matches(exception, py.tuples.get(wanted, index))) {
          return true;
        }
      }
      return false;
    }
    long type = py.types.isException(exception) ? py.typeOf(exception) : exception;
    return (isClass(type) && isClass(wanted))
        ? py.typeObjects.isSubtype(type, wanted)
        : exception == wanted;
  }

  /** What {@code except wanted} asks of the exception whose class lies on the stack. */
  boolean matchesClause(long exception, long wanted) {
    int count = py.tuples.is(wanted) ? py.tuples.size(wanted) : -1;
    for (int index = 0; index < Math.max(count, 1); index++) {
      long each = count < 0 ? wanted : count == 0 ? 0 : py.tuples.get(wanted, index);
      if (each != 0 && !isClass(each)) {
        throw Raise.typeError(
            "catching classes that do not inherit from BaseException is not allowed");
      }
    }
    return matches(exception, wanted);
  }

  /** An instance of an exception class with a value: the value itself, its arguments, or one. */
  long instantiate(long type, long value) {
    if (value != py.none && py.typeObjects.isInstance(value, type)) {
      return py.own(value);
    }
    long exception;
    if (value == py.none) {
      exception = py.calls.call(type);
    } else if (py.tuples.is(value)) {
      exception = py.calls.call(type, value, 0L);
    } else {
      exception = py.calls.call(type, value);
    }
    if (!py.types.isException(exception)) {
      String made = py.typeName(exception);
      String text = py.texts.reprText(type);
      py.decref(exception);
      throw Raise.typeError(
          "calling %s should have returned an instance of BaseException, not <class '%s'>"
              .formatted(text, made));
    }
    return exception;
  }

  /** {@code raise}: raises what is being handled again. */
  Raise again() {
    long value = machine.thread.handledValue();
    if (value == 0) {
      return Raise.runtimeError("No active exception to reraise");
    }
    long traceback = memory.load64(machine.thread.handled() + 16);
    boolean none = traceback == 0 || traceback == py.none;
    py.replace(value + Exceptions.TRACEBACK, none ? 0 : py.own(traceback));
    return Raise.again(py.own(value));
  }

  /** {@code raise exception from cause}; the cause is 0 if not given. */
  Raise raise(long exception, long cause) {
    long value;
    if (isClass(exception)) {
      value = instantiate(exception, py.none);
    } else if (py.types.isException(exception)) {
      value = py.own(exception);
    } else {
      return Raise.typeError("exceptions must derive from BaseException");
    }
    if (cause != 0) {
      try {
        setCause(value, cause);
      } catch (Raise raise) {
        py.decref(value);
        return raise;
      }
    }
    return Raise.object(value);
  }

  private void setCause(long exception, long cause) {
    long fixed;
    if (isClass(cause)) {
      fixed = instantiate(cause, py.none);
    } else if (py.types.isException(cause)) {
      fixed = py.own(cause);
    } else if (cause == py.none) {
      fixed = 0;
    } else {
      throw Raise.typeError("exception causes must derive from BaseException");
    }
    py.replace(exception + Exceptions.CAUSE, fixed);
    memory.store8(exception + Exceptions.SUPPRESS, 1);
  }

  /** Notes the exception that was being handled when another was raised (PyErr_SetObject). */
  void setContext(long exception) {
    long context = machine.thread.handledValue();
    if (context == 0 || context == exception) {
      return;
    }
    long at = context;
    while (memory.load64(at + Exceptions.CONTEXT) != 0) {
      long next = memory.load64(at + Exceptions.CONTEXT);
      if (next == exception) {
        py.clear(at + Exceptions.CONTEXT);
        break;
      }
      at = next;
    }
    py.replace(exception + Exceptions.CONTEXT, py.own(context));
  }
}
