package gradus.engine;

import gradus.engine.lib.Python;
import gradus.engine.memory.AllocationListener;
import gradus.engine.vm.ExecutionListener;
import gradus.engine.vm.LineStarts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Turns what the interpreter and the allocator tell into events for those who asked for them. */
final class Observers implements ExecutionListener, AllocationListener {

  private record Observer<E extends Event>(Class<E> kind, Consumer<? super E> consumer) {

    void hear(Event event) {
      if (kind.isInstance(event)) {
        consumer.accept(kind.cast(event));
      }
    }
  }

  private final Python python;
  private final Places places;
  private final LineStarts lines;
  private final List<Observer<?>> observers = new CopyOnWriteArrayList<>();
  private final List<CountWatch> watches = new CopyOnWriteArrayList<>();
  private final List<InstructionListener> steppers = new CopyOnWriteArrayList<>();
  private final int header;
  private boolean telling;

  Observers(Python python, int header) {
    this.header = header;
    this.python = python;
    places = new Places(python);
    lines = new LineStarts(python.machine);
  }

  <E extends Event> Subscription subscribe(Class<E> kind, Consumer<? super E> consumer) {
    return added(observers, new Observer<>(kind, consumer));
  }

  Subscription watch(long object, Consumer<? super Event.CountChanged> consumer) {
    Subscription heard =
        subscribe(
            Event.CountChanged.class,
            event -> {
              if (event.object() == object) {
                consumer.accept(event);
              }
            });
    Subscription watched = added(watches, new CountWatch(python.py.memory, object, header));
    return () -> {
      watched.close();
      heard.close();
    };
  }

  Subscription step(InstructionListener stepper) {
    return added(steppers, stepper);
  }

  private <T> Subscription added(List<T> list, T member) {
    list.add(member);
    attach();
    return () -> {
      list.remove(member);
      attach();
    };
  }

  /** Where nobody listens, nothing is told. */
  private void attach() {
    boolean needed = !(observers.isEmpty() && watches.isEmpty() && steppers.isEmpty());
    python.machine.listen(needed ? this : ExecutionListener.NONE);
    python.py.ground.allocator().listen(needed ? this : AllocationListener.NONE);
  }

  @Override
  public void entered(long frame) {
    lines.forget(frame);
    tell(Event.Called.class, () -> new Event.Called(places.of(frame)));
  }

  @Override
  public void instruction(long frame, long top) {
    watches.forEach(watch -> watch.look(this));
    if (telling) {
      return;
    }
    boolean beginsLine = lines.lineBegunBy(frame) != 0;
    if (beginsLine) {
      tell(Event.Line.class, () -> new Event.Line(places.of(frame)));
    }
    tell(
        Event.Instruction.class,
        () -> new Event.Instruction(places.of(frame), places.instruction(frame)));
    quietly(() -> steppers.forEach(stepper -> stepper.instruction(frame, top, beginsLine)));
  }

  @Override
  public void left(long frame, long value, boolean yields) {
    lines.forget(frame);
    if (yields) {
      tell(Event.Yielded.class, () -> new Event.Yielded(places.of(frame), value));
    } else {
      tell(Event.Returned.class, () -> new Event.Returned(places.of(frame), value));
    }
  }

  @Override
  public void raised(long frame, long exception) {
    String type = python.py.typeName(exception);
    tell(Event.Raised.class, () -> new Event.Raised(places.of(frame), exception, type));
  }

  @Override
  public void unwound(long frame, long exception) {
    lines.forget(frame);
    String type = python.py.typeName(exception);
    tell(Event.Unwound.class, () -> new Event.Unwound(places.of(frame), exception, type));
  }

  @Override
  public void allocated(long address, long size) {
    tell(AllocationEvent.class, () -> new AllocationEvent.Allocated(address, size));
  }

  @Override
  public void reallocated(long from, long to, long size) {
    tell(AllocationEvent.class, () -> new AllocationEvent.Reallocated(from, to, size));
  }

  @Override
  public void freed(long address) {
    watches.forEach(watch -> watch.freed(address, this));
    tell(AllocationEvent.class, () -> new AllocationEvent.Freed(address));
  }

  /** Makes an event only if somebody may want it. */
  private void tell(Class<? extends Event> kind, Supplier<Event> event) {
    if (observers.stream().anyMatch(observer -> related(observer.kind, kind))) {
      tell(event.get());
    }
  }

  private static boolean related(Class<?> wanted, Class<?> told) {
    return wanted.isAssignableFrom(told) || told.isAssignableFrom(wanted);
  }

  void tell(Event event) {
    quietly(() -> observers.forEach(observer -> observer.hear(event)));
  }

  /** What an observer does itself is no event. */
  private void quietly(Runnable action) {
    if (!telling) {
      telling = true;
      try {
        action.run();
      } finally {
        telling = false;
      }
    }
  }
}
