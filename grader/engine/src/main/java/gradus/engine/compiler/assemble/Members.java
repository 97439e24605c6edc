package gradus.engine.compiler.assemble;

import gradus.engine.compiler.code.Constant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The members of a set as Python sees them: 1, 1.0 and True are one, the first that comes. */
final class Members {
  private final Map<Object, Constant> kept = new HashMap<>();
  private final List<Constant> order = new ArrayList<>();

  List<Constant> addAll(List<Constant> items) {
    for (Constant item : items) {
      if (kept.putIfAbsent(key(item), item) == null) {
        order.add(item);
      }
    }
    return order;
  }

  private static Object key(Constant item) {
    if (item instanceof Constant.Bool bool) {
      return BigDecimal.valueOf(bool.value() ? 1 : 0);
    }
    if (item instanceof Constant.Int number) {
      return new BigDecimal(number.value()).stripTrailingZeros();
    }
    if (item instanceof Constant.Floating number && Double.isFinite(number.value())) {
      return new BigDecimal(number.value()).stripTrailingZeros();
    }
    if (item instanceof Constant.Complex number && number.imaginary() == 0) {
      return key(new Constant.Floating(number.real()));
    }
    if (item instanceof Constant.Tuple tuple) {
      return tuple.items().stream().map(Members::key).toList();
    }
    return item;
  }
}
