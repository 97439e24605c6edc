package gradus.wire;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The table of everything that may cross the wire: interfaces, records and enums by place, methods
 * by number. Both ends build it by reflection from the same list of names.
 */
public final class Contracts {
  private final Types types;

  private Contracts(Types types) {
    this.types = types;
  }

  /**
   * The table of these contracts and of every type their methods name.
   *
   * @throws IllegalArgumentException if a contract names a type that cannot cross the wire; the
   *     message says where
   */
  public static Contracts of(Collection<Class<?>> contracts) {
    Types types = new Types();
    for (Class<?> contract : contracts) {
      types.named(contract, Map.of(), "the list of contracts");
    }
    for (int i = 0; i < types.table().size(); i++) {
      types.table().get(i).resolve();
    }
    types.close();
    return new Contracts(types);
  }

  /**
   * The table of exactly these types, in this order.
   *
   * @param loader where the worker's contracts are
   * @throws IllegalArgumentException if one cannot be found
   */
  static Contracts named(List<String> names, ClassLoader loader) {
    Types types = new Types();
    for (String name : names) {
      types.named(load(name, loader), Map.of(), "the table");
    }
    types.close();
    return new Contracts(types);
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("the contract " + name + " cannot be found", e);
    }
  }

  /** The names of all types in the table, in order. */
  public List<String> names() {
    return types.table().stream().map(type -> type.raw().getName()).toList();
  }

  /** A number that differs when the two ends do not see the same contracts. */
  long fingerprint() {
    long fingerprint = 0;
    for (NamedType type : types.table()) {
      fingerprint = 31 * fingerprint + type.description().hashCode();
    }
    return fingerprint;
  }

  Types types() {
    return types;
  }

  HandleType contract(Class<?> contract) {
    if (types.named(contract, Map.of(), "make") instanceof HandleType type) {
      return type;
    }
    throw new IllegalArgumentException(contract.getName() + " is not an interface");
  }
}
