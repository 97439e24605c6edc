package gradus.harness.suite;

import gradus.harness.result.Counterexample;
import gradus.harness.result.Counterexample.Difference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * The calls of a check so far, like calls folded: {@code a.append(0) … a.append(8)}. Of a long
 * story the middle is left out, so a check may make as many calls as it likes.
 *
 * <p>Most stories end well and nobody reads them, so calls are kept as they come and printed when
 * the story is read, or has become long.
 */
final class Transcript {
  private static final int KEPT_AT_EACH_END = 20;
  private static final int MOST_UNTOLD = 4_096;

  private final List<Supplier<Invocation>> untold = new ArrayList<>();
  private final List<Fold> first = new ArrayList<>();
  private final Deque<Fold> last = new ArrayDeque<>();
  private int calls;
  private int leftOut;

  /** Adds a call, before it is made: the call that never returns belongs to the story. */
  void add(Supplier<Invocation> call) {
    untold.add(call);
    if (untold.size() == MOST_UNTOLD) {
      tell();
    }
  }

  private void tell() {
    untold.forEach(call -> tell(call.get()));
    untold.clear();
  }

  private void tell(Invocation call) {
    if (!call.construction()) {
      calls++;
    }
    if (first.isEmpty() || !newest().absorb(call)) {
      append(new Fold(call));
    }
  }

  /** Tells that the newest call's result has a name: {@code b = a.iterator()}. */
  void nameResult(String name) {
    tell();
    Invocation call = newest().newest;
    if (newest().count > 1) {
      newest().release();
    } else if (last.isEmpty()) {
      first.remove(first.size() - 1);
    } else {
      last.removeLast();
    }
    append(new Fold(call.named(name)));
  }

  /** The newest call; the story must have begun. */
  Invocation newestCall() {
    tell();
    return newest().newest;
  }

  boolean isEmpty() {
    return first.isEmpty() && untold.isEmpty();
  }

  void clear() {
    untold.clear();
    first.clear();
    last.clear();
    calls = 0;
    leftOut = 0;
  }

  /** How many calls were made on objects; making an object is not one. */
  int calls() {
    tell();
    return calls;
  }

  /** The story as it is reported. */
  Counterexample with(List<Difference> difference, String expectedPicture, String actualPicture) {
    return new Counterexample(lines(), calls(), difference, expectedPicture, actualPicture);
  }

  List<String> lines() {
    tell();
    List<String> lines = new ArrayList<>();
    first.forEach(fold -> lines.addAll(fold.lines()));
    if (leftOut > 0) {
      lines.add("… (" + leftOut + " calls)");
    }
    last.forEach(fold -> lines.addAll(fold.lines()));
    return lines;
  }

  private Fold newest() {
    return last.isEmpty() ? first.get(first.size() - 1) : last.getLast();
  }

  private void append(Fold fold) {
    if (first.size() < KEPT_AT_EACH_END) {
      first.add(fold);
      return;
    }
    last.addLast(fold);
    if (last.size() > KEPT_AT_EACH_END) {
      leftOut += last.removeFirst().count;
    }
  }

  /** One or more like calls in a row. */
  private static final class Fold {
    private final Invocation first;
    private Invocation newest;
    private Invocation beforeNewest;
    private List<Long> steps = List.of();
    private int count = 1;

    Fold(Invocation first) {
      this.first = first;
      this.newest = first;
      this.beforeNewest = first;
    }

    boolean absorb(Invocation call) {
      List<Long> stepsToIt = newest.stepsTo(call);
      if (stepsToIt.isEmpty() || (count > 1 && !stepsToIt.equals(steps))) {
        return false;
      }
      steps = stepsToIt;
      beforeNewest = newest;
      newest = call;
      count++;
      return true;
    }

    /** Lets go of the call absorbed last. */
    void release() {
      newest = beforeNewest;
      count--;
    }

    List<String> lines() {
      return switch (count) {
        case 1 -> List.of(first.toString());
        case 2 -> List.of(first.toString(), newest.toString());
        default -> List.of(first + " … " + newest + " (" + count + " calls)");
      };
    }
  }
}
