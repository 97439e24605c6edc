package gradus.wire;

import java.lang.reflect.TypeVariable;
import java.util.Map;

/** A type of the contract with a place in the {@linkplain Contracts table}. */
interface NamedType extends ValueType {
  int index();

  Class<?> raw();

  /** The types of its parts; looking them up shows which other types it needs. */
  void resolve();

  /** The same type with its type variables bound. */
  NamedType bound(Map<TypeVariable<?>, ValueType> bindings);

  /** What both ends must agree on. */
  String description();
}
