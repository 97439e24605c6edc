package lessons.zoo;

import java.util.List;
import java.util.function.LongUnaryOperator;

/** A contract for a class that makes trouble of a named kind. */
public interface Trouble {
  String text(String kind);

  List<Long> list(String kind);

  long number(String kind, LongUnaryOperator callBack);

  Trouble another();
}
