package gradus.wire;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An interface of the contract: its objects stay where they are, a number stands for them. A record
 * of the contract that implements it is a value there, too, and crosses as one.
 */
final class HandleType implements NamedType {
  private final int index;
  private final Class<?> raw;
  private final int firstMethod;
  private final List<Method> declared;
  private final Types types;
  private final Map<TypeVariable<?>, ValueType> bindings;
  private final Map<String, ContractMethod> bySignature = new HashMap<>();
  private final Map<Method, ContractMethod> byMethod = new HashMap<>();
  // Looked up late: a method may name the interface it belongs to.
  private ContractMethod[] methods = new ContractMethod[0];

  HandleType(
      int index,
      Class<?> raw,
      int firstMethod,
      List<Method> declared,
      Types types,
      Map<TypeVariable<?>, ValueType> bindings) {
    this.index = index;
    this.raw = raw;
    this.firstMethod = firstMethod;
    this.declared = declared;
    this.types = types;
    this.bindings = bindings;
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
  public HandleType bound(Map<TypeVariable<?>, ValueType> to) {
    return new HandleType(index, raw, firstMethod, declared, types, to);
  }

  @Override
  public String description() {
    return raw.getName() + firstMethod + declared;
  }

  @Override
  public void resolve() {
    if (methods.length == declared.size()) {
      return;
    }
    Map<TypeVariable<?>, ValueType> all = new HashMap<>(bindings);
    bindInherited(raw, all);
    methods = new ContractMethod[declared.size()];
    for (int i = 0; i < methods.length; i++) {
      methods[i] = ContractMethod.of(firstMethod + i, declared.get(i), types, all);
      bySignature.put(InterfaceMethods.signature(declared.get(i)), methods[i]);
    }
  }

  /**
   * In {@code interface Numbers extends Supplier<Long>}, the supplier's variable stands for Long.
   */
  private void bindInherited(Class<?> type, Map<TypeVariable<?>, ValueType> all) {
    for (Type parent : type.getGenericInterfaces()) {
      if (parent instanceof ParameterizedType generic) {
        TypeVariable<?>[] variables = ((Class<?>) generic.getRawType()).getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
          Type argument = generic.getActualTypeArguments()[i];
          all.put(variables[i], types.of(argument, all, raw.getName()));
        }
      }
    }
    for (Class<?> parent : type.getInterfaces()) {
      bindInherited(parent, all);
    }
  }

  /** The contract's method that a Java method stands for, or null if it runs where it is called. */
  @Nullable
  ContractMethod method(Method method) {
    ContractMethod known = byMethod.get(method);
    if (known == null && !method.isDefault()) {
      resolve();
      known = bySignature.get(InterfaceMethods.signature(method));
      if (known != null) {
        byMethod.put(method, known);
      }
    }
    return known;
  }

  /** The method with a number that came over the wire. */
  ContractMethod method(int number) {
    resolve();
    int local = number - firstMethod;
    if (local < 0 || local >= methods.length) {
      throw new ProtocolViolation(raw.getSimpleName() + " has no method " + number);
    }
    return methods[local];
  }

  @Override
  public void write(Output out, @Nullable Object value) {
    if (value == null || !raw.isInstance(value)) {
      throw new ProtocolViolation.Mismatch(raw.getSimpleName(), ValueType.nameOf(value));
    }
    RecordType record = types.recordOf(value.getClass());
    if (record != null) {
      record.write(out, value);
      return;
    }
    int home = out.handles().homeOf(value);
    if (home != Handles.NOT_FOREIGN) {
      out.tag(Tag.RECEIVERS);
      out.u4(home);
    } else {
      out.tag(Tag.SENDERS);
      out.u2(index);
      out.u4(out.handles().export(value, this));
    }
  }

  @Override
  public Object read(Input in) {
    Tag tag = in.tag();
    return switch (tag) {
      case SENDERS -> in.handles().imported(claimed(in.u2()), in.u4());
      case RECEIVERS -> own(in.handles().exported(in.u4()).target());
      case RECORD -> implementing(in.u2()).readComponents(in);
      default -> throw new ProtocolViolation.Mismatch(raw.getSimpleName(), tag.words);
    };
  }

  private HandleType claimed(int place) {
    if (place == index) {
      return this;
    } else if (types.at(place) instanceof HandleType other && raw.isAssignableFrom(other.raw)) {
      return other;
    }
    throw new ProtocolViolation.Mismatch(
        raw.getSimpleName(), types.at(place).raw().getSimpleName());
  }

  private RecordType implementing(int place) {
    if (types.at(place) instanceof RecordType record && raw.isAssignableFrom(record.raw())) {
      return record;
    }
    throw new ProtocolViolation.Mismatch(
        raw.getSimpleName(), types.at(place).raw().getSimpleName());
  }

  private Object own(Object target) {
    if (!raw.isInstance(target)) {
      throw new ProtocolViolation.Mismatch(raw.getSimpleName(), "an object of another interface");
    }
    return target;
  }
}
