package gradus.harness.suite;

import gradus.kit.StudentClass;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Equality of the values that cross the wire: arrays, lists and records by what they hold. */
final class Values {
  /** Kept, because the JDK makes them anew for who asks anew, and calls new ones slowly. */
  private static final ClassValue<List<Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> record) {
          List<Method> accessors =
              Arrays.stream(record.getRecordComponents())
                  .map(RecordComponent::getAccessor)
                  .toList();
          accessors.forEach(accessor -> accessor.setAccessible(true));
          return accessors;
        }
      };

  private Values() {}

  /** Whether two values are the same; doubles by their bits, objects of student classes always. */
  static boolean same(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return one == other;
    }
    if (one instanceof List<?> list && other instanceof List<?> otherList) {
      return sameElements(list, otherList);
    }
    if (one.getClass().isArray() && one.getClass() == other.getClass()) {
      return sameArrays(one, other);
    }
    if (one instanceof Record record && one.getClass() == other.getClass()) {
      return sameComponents(record, (Record) other);
    }
    return Objects.equals(one, other) || (contractOf(one) != null && bothMade(one, other));
  }

  /** The same value, kept from changes of arrays and lists. */
  static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Values::copy).collect(Collectors.toCollection(ArrayList::new));
    }
    if (value == null || !value.getClass().isArray()) {
      return value;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    System.arraycopy(value, 0, copy, 0, length);
    return copy;
  }

  /** The contract an object implements; null if it is a plain value. */
  static @Nullable Class<?> contractOf(Object value) {
    return Arrays.stream(value.getClass().getInterfaces())
        .filter(type -> type.isAnnotationPresent(StudentClass.class))
        .findFirst()
        .orElse(null);
  }

  /** The components of a record, in order. */
  static List<@Nullable Object> components(Record record) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Method accessor : ACCESSORS.get(record.getClass())) {
      values.add(valueOf(record, accessor));
    }
    return values;
  }

  private static boolean bothMade(Object one, Object other) {
    return Objects.equals(contractOf(one), contractOf(other));
  }

  private static boolean sameElements(List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameArrays(Object one, Object other) {
    if (one.getClass().getComponentType().isPrimitive()) {
      return Objects.deepEquals(one, other); // of doubles, it compares the bits as well
    }
    int length = Array.getLength(one);
    if (length != Array.getLength(other)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!same(Array.get(one, i), Array.get(other, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameComponents(Record one, Record other) {
    return sameElements(components(one), components(other));
  }

  private static @Nullable Object valueOf(Record record, Method accessor) {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + accessor + " of a record.", e);
    }
  }
}
