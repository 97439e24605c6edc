package gradus.engine.object;

import java.util.function.LongConsumer;

/** The function in {@code tp_traverse}: shows the cycle collector what an object refers to. */
@FunctionalInterface
public interface Traverse {

  /** Hands each reference the object holds to the visitor; NULL is not handed on. */
  void traverse(long object, LongConsumer visitor);
}
