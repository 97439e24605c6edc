package gradus.engine.object;

import java.util.Optional;

/** What {@code %} formatting makes: str or bytes. */
interface PercentText {

  /** How messages name it. */
  String name();

  /** Whether an object is text itself, so that it is one value and no mapping. */
  boolean isText(long object);

  /** A key of a mapping, as a new reference. */
  long key(String name);

  /** The text of a conversion that is not one of numbers. */
  Optional<String> convert(char type, long value);

  /** How messages name a conversion of integers. */
  char named(char type);

  /** The value of a real number, with the message for what is none. */
  double real(long value);
}
