package gradus.engine.object;

import java.util.HashMap;
import java.util.Map;

/** The interned names native code looks up, each made once and held for ever. */
public final class Names {

  private final Strs strs;
  private final Map<String, Long> known = new HashMap<>();

  Names(Strs strs) {
    this.strs = strs;
  }

  /** The str of a name, borrowed. */
  public long of(String name) {
    return known.computeIfAbsent(name, text -> strs.intern(strs.of(text)));
  }
}
