package gradus.engine.object;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Lists of the parts of a text. Room for up to twelve is made before the parts are known, and it
 * shows in what such a list has allocated (Objects/stringlib/split.h).
 */
public final class PartLists {

  private static final int MOST_PREPARED = 12;

  private final Space py;

  /** Makes lists in a space. */
  public PartLists(Space py) {
    this.py = py;
  }

  /** A list of parts, of which there can be as many as the limit says and one. */
  public <T> long split(List<T> parts, long limit, ToLongFunction<? super T> make) {
    int room = limit < MOST_PREPARED ? (int) limit + 1 : MOST_PREPARED;
    long list = py.lists.create(room);
    for (int index = 0; index < parts.size(); index++) {
      long part = make.applyAsLong(parts.get(index));
      if (index < room) {
        py.listOps.initialise(list, index, part);
      } else {
        py.listOps.append(list, part);
        py.decref(part);
      }
    }
    py.lists.storage().setSize(list, parts.size());
    return list;
  }

  /** A list that grows with its parts. */
  public <T> long grown(List<T> parts, ToLongFunction<? super T> make) {
    long list = py.lists.create(0);
    for (T each : parts) {
      long part = make.applyAsLong(each);
      py.listOps.append(list, part);
      py.decref(part);
    }
    return list;
  }
}
