package gradus.harness.runner;

import gradus.harness.remote.Remote;
import gradus.harness.remote.WorkerFailure;
import gradus.kit.PyError;
import gradus.kit.StudentClass;
import gradus.wire.Planned;
import gradus.wire.Samples;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Calls of every shape that the contracts know, on understudies of the student's objects: values,
 * lists, records, call-backs, exceptions, one by one and together. A worker that has been through
 * it has loaded, linked and compiled what it needs to serve a student's objects as fast.
 */
public final class Rehearsal {
  private static final Samples SAMPLES = new Samples(() -> new PyError("IndexError", "sample"));

  private final List<Class<?>> contracts;

  /** A rehearsal of those of the contracts that a student implements. */
  public Rehearsal(Collection<? extends Class<?>> contracts) {
    this.contracts =
        contracts.stream()
            .<Class<?>>map(contract -> contract)
            .filter(contract -> contract.isAnnotationPresent(StudentClass.class))
            .toList();
  }

  /**
   * Goes through all calls again and again.
   *
   * @param times how often at most
   * @param enough asked before each contract; ends the rehearsal early
   * @throws gradus.harness.remote.WorkerFailure if the worker is broken
   */
  public void run(Remote remote, int times, BooleanSupplier enough) {
    for (int time = 0; time < times && !enough.getAsBoolean(); time++) {
      remote.beginCheck();
      for (Class<?> contract : contracts) {
        if (!enough.getAsBoolean()) {
          play(remote, remote.understudy(contract), contract);
        }
      }
      remote.endCheck();
    }
  }

  private static void play(Remote remote, Object understudy, Class<?> contract) {
    List<Planned> together = new ArrayList<>();
    for (Method method : contract.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers())) {
        call(understudy, method);
        together.add(new Planned(understudy, method, SAMPLES.ofAll(method)));
      }
    }
    remote.callAll(together);
  }

  private static void call(Object understudy, Method method) {
    try {
      method.invoke(understudy, SAMPLES.ofAll(method));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof WorkerFailure failure) {
        throw failure;
      }
      // The others are samples, too.
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(method + " cannot be called", e);
    }
  }
}
