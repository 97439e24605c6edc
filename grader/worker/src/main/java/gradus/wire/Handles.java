package gradus.wire;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The objects that crossed during this check, as numbers: those of this end that the other may
 * call, and the stand-ins here for those of the other end. Numbers are never used twice, so one of
 * an earlier check is known for what it is.
 *
 * <p>Objects are told apart by identity; their own {@code equals} and {@code hashCode} are not
 * asked.
 */
final class Handles {
  /** Not a stand-in, but an object of this end. */
  static final int NOT_FOREIGN = 0;

  /** An object of this end, and the interface the other end may call it by. */
  record Exported(int id, Object target, HandleType type) {}

  /** How a stand-in reaches the object it stands for. */
  interface Calls {
    @Nullable
    Object call(int target, ContractMethod method, Object[] arguments);
  }

  private final Caps caps;
  private final Calls calls;
  private final Map<Integer, Exported> exports = new HashMap<>();
  private final IdentityHashMap<HandleType, IdentityHashMap<Object, Exported>> exportsByObject =
      new IdentityHashMap<>();
  private final Map<Integer, Object> imports = new HashMap<>();
  private int lastExport;
  private int lastImport;
  private int lastImportOfEarlierChecks;
  private int check;

  Handles(Caps caps, Calls calls) {
    this.caps = caps;
    this.calls = calls;
  }

  /** The number of an object of this end, a new one if it is handed over for the first time. */
  int export(Object target, HandleType type) {
    IdentityHashMap<Object, Exported> ofType =
        exportsByObject.computeIfAbsent(type, t -> new IdentityHashMap<>());
    Exported known = ofType.get(target);
    if (known == null) {
      checkCount(exports.size());
      known = new Exported(++lastExport, target, type);
      ofType.put(target, known);
      exports.put(known.id(), known);
    }
    return known.id();
  }

  /** The object of this end with a number the other end named. */
  Exported exported(int id) {
    Exported known = exports.get(id);
    if (known == null) {
      throw new ProtocolViolation(
          id > 0 && id <= lastExport
              ? "an object of an earlier check was used"
              : "an object was used that was never handed over");
    }
    return known;
  }

  /** The stand-in for an object of the other end. */
  Object imported(HandleType type, int id) {
    Object known = imports.get(id);
    if (known == null) {
      return importNew(type, id);
    } else if (!type.raw().isInstance(known)) {
      throw new ProtocolViolation("one object was handed over under two interfaces");
    }
    return known;
  }

  private Object importNew(HandleType type, int id) {
    if (id <= lastImportOfEarlierChecks) {
      throw new ProtocolViolation("an object of an earlier check was handed over again");
    }
    checkCount(imports.size());
    Object standIn =
        Proxy.newProxyInstance(
            loaderOf(type.raw()), new Class<?>[] {type.raw()}, new StandIn(this, type, id, check));
    imports.put(id, standIn);
    lastImport = Math.max(lastImport, id);
    return standIn;
  }

  /** The other end's number for what is a stand-in here, or {@link #NOT_FOREIGN}. */
  int homeOf(Object value) {
    if (Proxy.isProxyClass(value.getClass())
        && Proxy.getInvocationHandler(value) instanceof StandIn standIn
        && standIn.belongsTo(this)) {
      return standIn.id(check);
    }
    return NOT_FOREIGN;
  }

  /** What is sent for a call on a stand-in. */
  Together.Sent sent(Planned call) {
    if (homeOf(call.object()) == NOT_FOREIGN) {
      throw new IllegalArgumentException("calls are planned on objects of the other end");
    }
    StandIn target = (StandIn) Proxy.getInvocationHandler(call.object());
    return new Together.Sent(target.id(check), target.contractMethod(call.method()), call);
  }

  @Nullable
  Object call(StandIn target, ContractMethod method, Object[] arguments) {
    return calls.call(target.id(check), method, arguments);
  }

  /** Forgets every object, in both directions. */
  void revoke() {
    exports.clear();
    exportsByObject.clear();
    imports.clear();
    lastImportOfEarlierChecks = lastImport;
    check++;
  }

  private void checkCount(int count) {
    if (count >= caps.handles()) {
      throw new ProtocolViolation(
          "more than " + caps.handles() + " objects were handed over during one check");
    }
  }

  /** A functional interface of the JDK has no loader of its own to speak of. */
  private static ClassLoader loaderOf(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null ? Handles.class.getClassLoader() : loader;
  }
}
