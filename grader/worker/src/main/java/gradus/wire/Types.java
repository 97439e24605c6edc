package gradus.wire;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From declared Java types to value types. While the table is open, a type met for the first time
 * gets the next place in it; once closed, a type that is not in it may not cross.
 */
final class Types {
  private static final Map<Class<?>, ValueType> PLAIN =
      Map.ofEntries(
          Map.entry(void.class, new VoidType()),
          Map.entry(boolean.class, Scalar.BOOLEAN),
          Map.entry(int.class, Scalar.INT),
          Map.entry(long.class, Scalar.LONG),
          Map.entry(double.class, Scalar.DOUBLE),
          Map.entry(Boolean.class, new OrNull(Scalar.BOOLEAN)),
          Map.entry(Integer.class, new OrNull(Scalar.INT)),
          Map.entry(Long.class, new OrNull(Scalar.LONG)),
          Map.entry(Double.class, new OrNull(Scalar.DOUBLE)),
          Map.entry(String.class, new OrNull(Scalar.STRING)),
          Map.entry(byte[].class, new OrNull(Scalar.BYTES)),
          Map.entry(long[].class, new OrNull(Scalar.LONGS)),
          Map.entry(int[].class, new OrNull(Scalar.INTS)),
          Map.entry(double[].class, new OrNull(Scalar.DOUBLES)));

  private final List<NamedType> table = new ArrayList<>();
  private final Map<Class<?>, Integer> places = new HashMap<>();
  private final Map<List<Object>, NamedType> bound = new HashMap<>();
  private final ValueType any = new AnyType(this);
  private int methodCount;
  private boolean open = true;

  void close() {
    open = false;
  }

  List<NamedType> table() {
    return table;
  }

  ValueType any() {
    return any;
  }

  /** The type at a place that came over the wire. */
  NamedType at(int place) {
    if (place >= table.size()) {
      throw new ProtocolViolation("the table has no type " + place);
    }
    return table.get(place);
  }

  /** The contract's record type of a class, or null if it is none. */
  @Nullable
  RecordType recordOf(Class<?> raw) {
    Integer place = places.get(raw);
    return place != null && table.get(place) instanceof RecordType record ? record : null;
  }

  /**
   * The value type of a declared type.
   *
   * @param bindings what the type variables in it stand for; an unbound one takes any value
   * @param where the declaration, for the message
   * @throws IllegalArgumentException if the type may not cross the wire
   */
  ValueType of(Type type, Map<TypeVariable<?>, ValueType> bindings, String where) {
    if (type instanceof Class<?> raw) {
      return ofClass(raw, Map.of(), where);
    } else if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, bindings, where);
    } else if (type instanceof TypeVariable<?> variable) {
      return bindings.getOrDefault(variable, any);
    } else if (type instanceof WildcardType wildcard) {
      boolean isSuper = wildcard.getLowerBounds().length > 0;
      Type bound = isSuper ? wildcard.getLowerBounds()[0] : wildcard.getUpperBounds()[0];
      return of(bound, bindings, where);
    }
    throw unsupported(type, where);
  }

  private ValueType ofGeneric(
      ParameterizedType type, Map<TypeVariable<?>, ValueType> bindings, String where) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == List.class) {
      return new OrNull(new ListType(of(arguments[0], bindings, where)));
    }
    Map<TypeVariable<?>, ValueType> inner = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      inner.put(raw.getTypeParameters()[i], of(arguments[i], bindings, where));
    }
    return ofClass(raw, inner, where);
  }

  private ValueType ofClass(Class<?> raw, Map<TypeVariable<?>, ValueType> bindings, String where) {
    ValueType plain = PLAIN.get(raw);
    if (plain != null) {
      return plain;
    } else if (raw == Object.class) {
      return any;
    } else if (raw == List.class) {
      return new OrNull(new ListType(any));
    } else if (raw.isSealed() && raw.isInterface()) {
      return new OrNull(new OneOf(raw, cases(raw, where)));
    }
    return new OrNull(named(raw, bindings, where));
  }

  private List<NamedType> cases(Class<?> sealed, String where) {
    List<NamedType> cases = new ArrayList<>();
    for (Class<?> each : sealed.getPermittedSubclasses()) {
      if (each.isRecord() || each.isEnum()) {
        cases.add(named(each, Map.of(), where));
      } else if (each.isSealed()) {
        cases.addAll(cases(each, where));
      } else {
        throw unsupported(each, where);
      }
    }
    return cases;
  }

  /** A record, enum or interface, which has a place in the table. */
  NamedType named(Class<?> raw, Map<TypeVariable<?>, ValueType> bindings, String where) {
    Integer registered = places.get(raw);
    int place = registered == null ? register(raw, where) : registered;
    return bindings.isEmpty() ? table.get(place) : bound(table.get(place), bindings);
  }

  /** One type for one use, however often it is met: objects are told apart by their type, too. */
  private NamedType bound(NamedType type, Map<TypeVariable<?>, ValueType> bindings) {
    List<Object> use = List.of(type.raw(), bindings);
    NamedType known = bound.get(use);
    if (known == null) {
      known = type.bound(bindings);
      bound.put(use, known);
    }
    return known;
  }

  private int register(Class<?> raw, String where) {
    if (!open || !mayCross(raw)) {
      throw unsupported(raw, where);
    }
    int place = table.size();
    places.put(raw, place);
    table.add(define(raw, place));
    return place;
  }

  private NamedType define(Class<?> raw, int place) {
    if (raw.isRecord()) {
      return new RecordType(place, raw, this, Map.of());
    } else if (raw.isEnum()) {
      return new EnumType(place, raw);
    }
    List<Method> methods = InterfaceMethods.of(raw);
    int first = methodCount;
    methodCount += methods.size();
    return new HandleType(place, raw, first, methods, this, Map.of());
  }

  /** Of the JDK's interfaces only functional ones: a List or a Map is no object to call back. */
  private static boolean mayCross(Class<?> raw) {
    if (raw.isRecord() || raw.isEnum()) {
      return true;
    }
    return raw.isInterface()
        && !raw.isAnnotation()
        && (!raw.getName().startsWith("java.") || InterfaceMethods.of(raw).size() == 1);
  }

  private static IllegalArgumentException unsupported(Type type, String where) {
    return new IllegalArgumentException(
        where
            + " uses "
            + type.getTypeName()
            + ", which cannot cross the wire: use boolean, int, long, double, String, arrays of"
            + " byte, int, long and double, List, and the kit's records, enums and interfaces");
  }
}
