package gradus.wire;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Values of any type that a contract may name: what the two ends practise with. */
public final class Samples {
  private static final int COUNT = 2;
  private static final int DEPTH = 4;

  private static final Map<Class<?>, Object> PLAIN =
      Map.ofEntries(
          Map.entry(boolean.class, true),
          Map.entry(Boolean.class, true),
          Map.entry(int.class, 1),
          Map.entry(Integer.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(Long.class, 1L),
          Map.entry(double.class, 1.0),
          Map.entry(Double.class, 1.0),
          Map.entry(String.class, "sample"),
          Map.entry(Object.class, "sample"));

  private final Supplier<RuntimeException> failure;

  /**
   * Samples whose objects fail now and then.
   *
   * @param failure makes what they throw
   */
  public Samples(Supplier<RuntimeException> failure) {
    this.failure = failure;
  }

  /** A value of a declared type; null where none can be made, which may cross as well. */
  public @Nullable Object of(Type type) {
    return of(type, DEPTH);
  }

  /** A value for each of a method's parameters. */
  public @Nullable Object[] ofAll(Method method) {
    Type[] types = method.getGenericParameterTypes();
    Object[] values = new Object[types.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = of(types[i]);
    }
    return values;
  }

  private @Nullable Object of(Type type, int depth) {
    if (type instanceof Class<?> raw) {
      return ofClass(raw, depth);
    } else if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      return raw == List.class
          ? Collections.nCopies(
              depth > 0 ? COUNT : 0, of(generic.getActualTypeArguments()[0], depth - 1))
          : ofClass(raw, depth);
    }
    return null;
  }

  private @Nullable Object ofClass(Class<?> raw, int depth) {
    if (PLAIN.containsKey(raw)) {
      return PLAIN.get(raw);
    } else if (raw.isArray()) {
      return Array.newInstance(raw.getComponentType(), COUNT);
    } else if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    } else if (raw.isSealed()) {
      return ofClass(raw.getPermittedSubclasses()[0], depth);
    } else if (raw.isRecord()) {
      return depth > 0 ? ofRecord(raw, depth - 1) : null;
    }
    return raw.isInterface() ? Understudy.that(raw, this, false) : null;
  }

  private @Nullable Object ofRecord(Class<?> raw, int depth) {
    RecordComponent[] parts = raw.getRecordComponents();
    Class<?>[] types = new Class<?>[parts.length];
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = parts[i].getType();
      values[i] = of(parts[i].getGenericType(), depth);
    }
    try {
      return raw.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException pickyRecord) {
      return null;
    }
  }

  /**
   * An object behind an interface that answers every call with samples, and calls back the objects
   * that it is handed.
   */
  public Object understudy(Class<?> contract) {
    return Understudy.that(contract, this, true);
  }

  RuntimeException failure() {
    return failure.get();
  }
}
