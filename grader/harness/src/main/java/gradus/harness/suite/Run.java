package gradus.harness.suite;

import gradus.harness.suite.Sequence.Step;

/**
 * A run in progress: its steps, one after the other, and the references they are played on. Whoever
 * takes a step plays it on its reference before the next is taken.
 */
interface Run<T> {
  /** How many steps there are. */
  int size();

  /** The step with a number; each is asked for once, in order. */
  Step<T> step(int index);

  References<T> references();

  /** All steps, whichever have been taken. */
  Sequence<T> sequence();

  /** A run of steps that are known beforehand. */
  static <T> Run<T> of(Specification<T> specification, Sequence<T> sequence) {
    return new Known<>(sequence, new References<>(specification, sequence.made()));
  }

  /** A run of known steps. */
  record Known<T>(Sequence<T> sequence, References<T> references) implements Run<T> {
    @Override
    public int size() {
      return sequence.size();
    }

    @Override
    public Step<T> step(int index) {
      return sequence.steps().get(index);
    }
  }
}
