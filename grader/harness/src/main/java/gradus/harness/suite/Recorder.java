package gradus.harness.suite;

import gradus.harness.suite.Capture.Noted;
import gradus.kit.StudentClass;
import gradus.wire.Ending;
import gradus.wire.Planned;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a check and the student's objects, names them {@code a, b, c, …} and keeps the
 * {@link Transcript} of what is called on them.
 */
final class Recorder implements Student {
  private final Student student;
  private final Transcript transcript;
  private final IdentityHashMap<Object, Object> recordedByRaw = new IdentityHashMap<>();
  private final Map<Class<?>, Capture<?>> captures = new HashMap<>();
  private boolean recording = true;
  private int objects;
  private long calls;

  Recorder(Student student, Transcript transcript) {
    this.student = student;
    this.transcript = transcript;
  }

  @Override
  public <T> T make(Class<T> contract, Object... arguments) {
    calls++;
    String name = nextName();
    if (recording) {
      Object[] told = kept(arguments);
      transcript.add(() -> Invocation.construction(name + " = new " + classNameOf(contract), told));
    }
    T raw = student.make(contract, unwrapped(arguments));
    return contract.cast(recorded(contract, raw, name));
  }

  /** Begins a new story with new names. */
  void restart() {
    transcript.clear();
    recordedByRaw.clear();
    objects = 0;
  }

  /** Looks at objects without making it part of the story. */
  <R> R unrecorded(Supplier<R> look) {
    boolean before = recording;
    recording = false;
    try {
      return look.get();
    } finally {
      recording = before;
    }
  }

  /** Whether calls can be sent ahead of each other's answers. */
  boolean batches() {
    return student instanceof BatchingStudent;
  }

  /** A call that can be made together with others. */
  record Plan(Planned call, Supplier<Invocation> invocation, boolean returnsNothing) {}

  /** The one call a piece of a suite makes on an object; empty if it does anything else. */
  <T> Optional<Noted> noted(T object, Function<T, Answer> piece) {
    return isRecorded(object) ? recorded(object).noted(piece) : Optional.empty();
  }

  /** A call that was noted, to be made on an object of this recorder's. */
  Plan plan(Object object, Noted noted) {
    return recorded(object).plan(noted.method(), noted.arguments().toArray());
  }

  private static Recorded recorded(Object object) {
    return (Recorded) Proxy.getInvocationHandler(object);
  }

  /** Makes planned calls. */
  List<Ending> callAll(List<Planned> planned) {
    calls += planned.size();
    return student instanceof BatchingStudent batching && !planned.isEmpty()
        ? batching.callAll(planned)
        : List.of();
  }

  Transcript transcript() {
    return transcript;
  }

  /** How many calls went to the student's side, looks included. */
  long calls() {
    return calls;
  }

  /** Whether an object's text is the name it has in a transcript. */
  static boolean isRecorded(Object object) {
    return Proxy.isProxyClass(object.getClass())
        && Proxy.getInvocationHandler(object) instanceof Recorder.Recorded;
  }

  private String nextName() {
    int index = objects++;
    String letter = Character.toString('a' + index % 26);
    return index < 26 ? letter : letter + index / 26;
  }

  private static String classNameOf(Class<?> contract) {
    StudentClass studentClass = contract.getAnnotation(StudentClass.class);
    String name = studentClass == null ? contract.getName() : studentClass.value();
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  private Object recorded(Class<?> contract, Object raw, String name) {
    Object recorded =
        Proxy.newProxyInstance(
            contract.getClassLoader(),
            new Class<?>[] {contract},
            new Recorded(contract, raw, name));
    recordedByRaw.put(raw, recorded);
    return recorded;
  }

  /** The arguments as they are now; a suite may go on with its arrays. */
  private static Object[] kept(Object[] arguments) {
    Object[] kept = new Object[arguments.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = Values.copy(arguments[i]);
    }
    return kept;
  }

  private static Object[] unwrapped(Object[] arguments) {
    Object[] unwrapped = new Object[arguments.length];
    for (int i = 0; i < unwrapped.length; i++) {
      unwrapped[i] = unwrapped(arguments[i]);
    }
    return unwrapped;
  }

  private static @Nullable Object unwrapped(@Nullable Object value) {
    if (value instanceof List<?> list && list.stream().anyMatch(Recorder::wrapped)) {
      return list.stream().map(Recorder::unwrapped).toList();
    }
    return value != null && wrapped(value)
        ? ((Recorded) Proxy.getInvocationHandler(value)).raw
        : value;
  }

  private static boolean wrapped(@Nullable Object value) {
    return value != null && isRecorded(value);
  }

  /** One object of the student's under its name. */
  private final class Recorded implements InvocationHandler {
    private final Class<?> contract;
    private final Object raw;
    private final String name;

    Recorded(Class<?> contract, Object raw, String name) {
      this.contract = contract;
      this.raw = raw;
      this.name = name;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      Object[] given = arguments == null ? new Object[0] : arguments;
      if (method.getDeclaringClass() == Object.class) {
        return askedOfAnyObject(proxy, method, given);
      }
      calls++;
      if (recording) {
        Object[] told = kept(given);
        transcript.add(() -> Invocation.call(name + "." + method.getName(), told));
      }
      return keep(method.getReturnType(), passOn(method, unwrapped(given)));
    }

    @SuppressWarnings("unchecked") // The object a piece is for is of the contract.
    private <T> Optional<Noted> noted(Function<T, Answer> piece) {
      Capture<T> capture = (Capture<T>) captures.computeIfAbsent(contract, Capture::new);
      return capture
          .of(piece)
          .filter(noted -> !noted.method().getReturnType().isAnnotationPresent(StudentClass.class));
    }

    private Plan plan(Method method, Object[] given) {
      Object[] arguments = kept(given);
      return new Plan(
          new Planned(raw, method, unwrapped(arguments)),
          () -> Invocation.call(name + "." + method.getName(), arguments),
          method.getReturnType() == void.class);
    }

    private Object askedOfAnyObject(Object proxy, Method method, Object[] arguments) {
      return switch (method.getName()) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> name;
      };
    }

    private @Nullable Object passOn(Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(raw, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause() == null ? e : e.getCause();
      }
    }

    /** An object that student code returned is recorded too. */
    private @Nullable Object keep(Class<?> type, @Nullable Object result) {
      if (result == null || !type.isAnnotationPresent(StudentClass.class)) {
        return result;
      }
      Object known = recordedByRaw.get(result);
      if (known != null) {
        return known;
      }
      String resultName = nextName();
      if (recording) {
        transcript.nameResult(resultName);
      }
      return recorded(type, result, resultName);
    }
  }
}
