package gradus.engine;

import gradus.engine.memory.Memory;

/** Notices when the reference count of an object has changed. */
final class CountWatch {

  private final Memory memory;
  private final long object;
  private final int header;
  private long count;

  CountWatch(Memory memory, long object, int header) {
    this.memory = memory;
    this.object = object;
    this.header = header;
    count = memory.load64(object);
  }

  /** What to tell of, if anything, now that an instruction has run. */
  void look(Observers observers) {
    if (count != 0) {
      changedTo(memory.load64(object), observers);
    }
  }

  /** A block was given back: from now on its bytes mean nothing. */
  void freed(long block, Observers observers) {
    if (count != 0 && (block == object || block == object - header)) {
      changedTo(0, observers);
    }
  }

  private void changedTo(long now, Observers observers) {
    if (now != count) {
      long before = count;
      count = now;
      observers.tell(new Event.CountChanged(object, before, now));
    }
  }
}
