package gradus.harness.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** A list of drawn elements; shorter is simpler, then simpler elements. */
record DrawnList<T, A>(List<Drawn<T, A>> elements) implements Drawn<T, List<A>> {
  DrawnList {
    elements = List.copyOf(elements);
  }

  @Override
  public List<A> in(T reference) {
    return elements.stream().map(element -> element.in(reference)).toList();
  }

  @Override
  public List<Drawn<T, List<A>>> simpler() {
    List<Drawn<T, List<A>>> simpler = new ArrayList<>();
    int size = elements.size();
    for (int kept = 0; kept < size; kept = Math.max(kept + 1, (kept + size) / 2)) {
      simpler.add(new DrawnList<>(elements.subList(0, kept)));
    }
    for (int i = 0; i < size - 1; i++) {
      simpler.add(without(i));
    }
    for (int i = 0; i < size; i++) {
      for (Drawn<T, A> element : elements.get(i).simpler()) {
        simpler.add(with(i, element));
      }
    }
    return simpler;
  }

  @Override
  public Optional<Drawn<T, List<A>>> numbered(IntSupplier ordinals) {
    List<Drawn<T, A>> numbered = new ArrayList<>();
    for (Drawn<T, A> element : elements) {
      numbered.add(element.numbered(ordinals).orElse(element));
    }
    return Optional.of(new DrawnList<>(numbered));
  }

  private DrawnList<T, A> without(int index) {
    List<Drawn<T, A>> rest = new ArrayList<>(elements);
    rest.remove(index);
    return new DrawnList<>(rest);
  }

  private DrawnList<T, A> with(int index, Drawn<T, A> element) {
    List<Drawn<T, A>> changed = new ArrayList<>(elements);
    changed.set(index, element);
    return new DrawnList<>(changed);
  }
}
