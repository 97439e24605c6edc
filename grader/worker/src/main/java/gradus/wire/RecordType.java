package gradus.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Map;

/** A record of the contract: its components in order, rebuilt by its canonical constructor. */
final class RecordType implements NamedType {
  private final int index;
  private final Class<?> raw;
  private final Types types;
  private final Map<TypeVariable<?>, ValueType> bindings;
  private final RecordComponent[] parts;
  private final Constructor<?> constructor;
  // Looked up late: a record may hold a list of itself.
  private ValueType[] components = new ValueType[0];

  RecordType(int index, Class<?> raw, Types types, Map<TypeVariable<?>, ValueType> bindings) {
    this.index = index;
    this.raw = raw;
    this.types = types;
    this.bindings = bindings;
    this.parts = raw.getRecordComponents();
    this.constructor = canonical();
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public Class<?> raw() {
    return raw;
  }

  @Override
  public void resolve() {
    if (components.length < parts.length) {
      ValueType[] resolved = new ValueType[parts.length];
      for (int i = 0; i < resolved.length; i++) {
        resolved[i] = types.of(parts[i].getGenericType(), bindings, raw.getName());
      }
      components = resolved;
    }
  }

  @Override
  public RecordType bound(Map<TypeVariable<?>, ValueType> to) {
    return new RecordType(index, raw, types, to);
  }

  @Override
  public String description() {
    return raw.getName() + Arrays.toString(parts);
  }

  @Override
  public void write(Output out, @Nullable Object value) {
    if (!raw.isInstance(value)) {
      throw new ProtocolViolation.Mismatch(raw.getSimpleName(), ValueType.nameOf(value));
    }
    resolve();
    out.enter();
    out.tag(Tag.RECORD);
    out.u2(index);
    out.spend(components.length);
    for (int i = 0; i < components.length; i++) {
      components[i].write(out, component(value, i));
    }
    out.leave();
  }

  @Override
  public Object read(Input in) {
    in.expect(Tag.RECORD, raw.getSimpleName());
    if (in.u2() != index) {
      throw new ProtocolViolation.Mismatch(raw.getSimpleName(), "another record");
    }
    return readComponents(in);
  }

  /** The record whose tag and place were read before. */
  Object readComponents(Input in) {
    resolve();
    in.enter();
    in.spend(components.length);
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = components[i].read(in);
    }
    in.leave();
    return make(values);
  }

  private Object component(Object value, int i) {
    try {
      return parts[i].getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new ProtocolViolation("a " + raw.getSimpleName() + " could not be read");
    }
  }

  private Object make(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new ProtocolViolation(
          "a " + raw.getSimpleName() + " came that its own constructor refuses");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(raw + " cannot be made", e);
    }
  }

  private Constructor<?> canonical() {
    Class<?>[] parameters = new Class<?>[parts.length];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = parts[i].getType();
    }
    try {
      return raw.getDeclaredConstructor(parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(raw + " has no canonical constructor", e);
    }
  }
}
