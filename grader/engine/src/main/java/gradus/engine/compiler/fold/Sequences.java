package gradus.engine.compiler.fold;

import gradus.engine.compiler.code.Bytes;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.code.Opcode;
import gradus.engine.compiler.code.Str;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Adding, repeating and indexing strings, bytes and tuples. */
final class Sequences {
  /** A repetition with more items, or more characters, is left to run time. */
  private static final int MAX_LENGTH = 20;

  /** The items of a repeated tuple, those of tuples in it included. */
  private static final int MAX_TOTAL = 1024;

  private Sequences() {}

  static Optional<Constant> binary(Opcode opcode, Constant left, Constant right) {
    return switch (opcode) {
      case BINARY_ADD -> add(left, right);
      case BINARY_MULTIPLY -> multiply(left, right);
      case BINARY_SUBSCR -> subscript(left, right);
      default -> Optional.empty();
    };
  }

  private static Optional<Constant> add(Constant left, Constant right) {
    if (left instanceof Str a && right instanceof Str b) {
      IntStream both = IntStream.concat(IntStream.of(a.codePoints()), IntStream.of(b.codePoints()));
      return Optional.of(Str.ofCodePoints(both.toArray()));
    }
    if (left instanceof Bytes a && right instanceof Bytes b) {
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.writeBytes(a.toArray());
      both.writeBytes(b.toArray());
      return Optional.of(Bytes.of(both.toByteArray()));
    }
    if (left instanceof Constant.Tuple a && right instanceof Constant.Tuple b) {
      List<Constant> both = new ArrayList<>(a.items());
      both.addAll(b.items());
      return Optional.of(new Constant.Tuple(both));
    }
    return Optional.empty();
  }

  private static Optional<Constant> multiply(Constant left, Constant right) {
    if (Arithmetic.asNumber(right) instanceof Constant.Int times) {
      return repeat(left, times);
    }
    return Arithmetic.asNumber(left) instanceof Constant.Int times
        ? repeat(right, times)
        : Optional.empty();
  }

  private static Optional<Constant> repeat(Constant sequence, Constant.Int times) {
    int length = length(sequence);
    if (length < 0) {
      return Optional.empty();
    }
    if (length == 0) {
      return Optional.of(sequence);
    }
    if (times.value().signum() < 0
        || times.value().bitLength() > 31
        || times.value().intValue() > MAX_LENGTH / length) {
      return Optional.empty();
    }
    int count = times.value().intValue();
    if (count > 0 && total(sequence) > MAX_TOTAL / count) {
      return Optional.empty();
    }
    Optional<Constant> result = Optional.of(empty(sequence));
    for (int i = 0; i < count; i++) {
      result = result.flatMap(soFar -> add(soFar, sequence));
    }
    return result;
  }

  private static int total(Constant constant) {
    if (constant instanceof Constant.Tuple tuple) {
      return tuple.items().size() + tuple.items().stream().mapToInt(Sequences::total).sum();
    }
    return constant instanceof Constant.FrozenSet set ? set.items().size() : 0;
  }

  private static Constant empty(Constant sequence) {
    if (sequence instanceof Str) {
      return Constant.of("");
    }
    return sequence instanceof Bytes ? Bytes.EMPTY : new Constant.Tuple(List.of());
  }

  private static int length(Constant sequence) {
    if (sequence instanceof Str str) {
      return str.length();
    }
    if (sequence instanceof Bytes bytes) {
      return bytes.length();
    }
    return sequence instanceof Constant.Tuple tuple ? tuple.items().size() : -1;
  }

  private static Optional<Constant> subscript(Constant sequence, Constant index) {
    int length = length(sequence);
    if (length < 0
        || !(Arithmetic.asNumber(index) instanceof Constant.Int number)
        || number.value().bitLength() > 31) {
      return Optional.empty();
    }
    int i = number.value().intValue();
    int at = i < 0 ? i + length : i;
    return at < 0 || at >= length ? Optional.empty() : Optional.of(item(sequence, at));
  }

  private static Constant item(Constant sequence, int at) {
    if (sequence instanceof Str str) {
      return Str.ofCodePoints(new int[] {str.at(at)});
    }
    if (sequence instanceof Bytes bytes) {
      return Constant.of(bytes.at(at));
    }
    return ((Constant.Tuple) sequence).items().get(at);
  }
}
