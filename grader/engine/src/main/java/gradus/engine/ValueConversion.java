package gradus.engine;

import gradus.engine.object.Space;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Java values as Python objects, and back. */
final class ValueConversion {

  private final PythonProcess process;
  private final Space py;

  ValueConversion(PythonProcess process, Space py) {
    this.process = process;
    this.py = py;
  }

  /** A new reference to an object of the value. */
  long toPython(Object value) {
    if (value instanceof PythonValue held) {
      return same(held);
    }
    if (value instanceof BigInteger number) {
      return py.ints.of(number);
    }
    if (value instanceof Double || value instanceof Float) {
      return py.floats.of(((Number) value).doubleValue());
    }
    if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      return py.ints.of(((Number) value).longValue());
    }
    if (value instanceof Boolean truth) {
      return py.bool(truth);
    }
    if (value instanceof String text) {
      return py.strs.of(text);
    }
    if (value instanceof byte[] bytes) {
      return py.bytes.of(bytes);
    }
    if (value instanceof long[] numbers) {
      return list(Arrays.stream(numbers).boxed().toList());
    }
    if (value instanceof List<?> items) {
      return list(items);
    }
    throw new IllegalArgumentException(
        "there is no Python object of a Java " + value.getClass().getName());
  }

  private long same(PythonValue held) {
    if (!held.belongsTo(process)) {
      throw new IllegalArgumentException("this value belongs to another Python process");
    }
    return py.own(held.address());
  }

  private long list(List<?> items) {
    long list = py.lists.create(items.size());
    for (int index = 0; index < items.size(); index++) {
      py.listOps.initialise(list, index, toPython(items.get(index)));
    }
    return list;
  }

  long call(long callable, Object... arguments) {
    long tuple = py.tuples.create(arguments.length);
    try {
      for (int index = 0; index < arguments.length; index++) {
        py.tuples.set(tuple, index, toPython(arguments[index]));
      }
      return py.calls.call(callable, tuple, 0L);
    } finally {
      py.decref(tuple);
    }
  }

  BigInteger integer(long address) {
    if (!py.typeObjects.isInstance(address, py.types.integer)) {
      throw new ArithmeticException("an object of type %s is no int".formatted(type(address)));
    }
    return py.ints.value(address);
  }

  double floating(long address) {
    if (!py.floats.is(address)) {
      throw new ArithmeticException("an object of type %s is no float".formatted(type(address)));
    }
    return py.floats.value(address);
  }

  private String type(long address) {
    return py.typeName(address);
  }
}
