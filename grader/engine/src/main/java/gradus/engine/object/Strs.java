package gradus.engine.object;

import gradus.engine.layout.ObjectStructs;
import gradus.engine.memory.Allocator;
import gradus.engine.memory.Memory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Strs as bytes: one, two or four a character, as the widest character asks (PEP 393,
 * Objects/unicodeobject.c).
 *
 * <pre>
 *   ASCII    head | length | hash | state | wstr | characters … 0
 *   others   head | length | hash | state | wstr | utf8_length | utf8 | wstr_length | characters … 0
 *   state    interned (2 bits) | kind (3) | compact (1) | ascii (1) | ready (1)
 * </pre>
 */
public final class Strs {

  static final int LENGTH = ObjectStructs.ASCII.offset("length");
  static final int HASH = ObjectStructs.ASCII.offset("hash");
  static final int STATE = ObjectStructs.ASCII.offset("state");
  private static final int WIDE = 4;
  private static final int WIDE_FORM = ObjectStructs.ASCII.offset("wstr");
  private static final int WIDE_LENGTH = ObjectStructs.UNICODE.offset("wstr_length");
  private static final int UTF8_LENGTH = ObjectStructs.UNICODE.offset("utf8_length");
  private static final int UTF8 = ObjectStructs.UNICODE.offset("utf8");
  static final int ASCII_SIZE = ObjectStructs.ASCII.size();
  private static final int COMPACT_SIZE = ObjectStructs.UNICODE.size();
  private static final int DATA = COMPACT_SIZE;
  private static final int READY = 1 << 7;
  private static final int IS_ASCII = 1 << 6;
  private static final int COMPACT = 1 << 5;
  private static final int KIND_SHIFT = 2;
  private static final int INTERNED = 1;
  private static final int INTERNED_MASK = 3;
  private static final int LATIN_1 = 256;

  private final Space py;
  private final Memory memory;
  private final long[] singles = new long[LATIN_1];
  private long empty;
  private long interned;

  Strs(Space py) {
    this.py = py;
    memory = py.memory;
  }

  /** Whether an object is a str or of a type derived from it. */
  public boolean is(long object) {
    return py.types.is(object, TypeFlags.STR);
  }

  /** The number of characters. */
  public int length(long str) {
    return (int) memory.load64(str + LENGTH);
  }

  /** The bytes of a character: 1, 2 or 4. */
  public int kind(long str) {
    return memory.load32(str + STATE) >> KIND_SHIFT & 7;
  }

  boolean isAscii(long str) {
    return (memory.load32(str + STATE) & IS_ASCII) != 0;
  }

  /** Whether a str is ASCII, with its characters right behind its head. */
  public boolean isPlain(long str) {
    return (memory.load32(str + STATE) & (COMPACT | IS_ASCII)) == (COMPACT | IS_ASCII);
  }

  /** The address of the first character. */
  public long data(long str) {
    int state = memory.load32(str + STATE);
    if ((state & COMPACT) == 0) {
      return memory.load64(str + DATA);
    }
    return str + ((state & IS_ASCII) != 0 ? ASCII_SIZE : COMPACT_SIZE);
  }

  /** The code point at an index, which must be in range. */
  public int at(long str, int index) {
    long data = data(str);
    return switch (kind(str)) {
      case 1 -> memory.load8(data + index);
      case 2 -> memory.load16(data + 2L * index);
      default -> memory.load32(data + 4L * index);
    };
  }

  /** All code points. */
  public int[] codePoints(long str) {
    int[] points = new int[length(str)];
    for (int index = 0; index < points.length; index++) {
      points[index] = at(str, index);
    }
    return points;
  }

  /** The text as a Java string; a surrogate that stands alone stays one. */
  public String text(long str) {
    if (kind(str) == 1) {
      return BytesType.latin1(memory.bytes(data(str), length(str)));
    }
    int[] points = codePoints(str);
    return new String(points, 0, points.length);
  }

  /** The str of a Java string. */
  public long of(String text) {
    int length = text.length();
    int all = 0;
    for (int index = 0; index < length; index++) {
      all |= text.charAt(index);
    }
    if (all >= LATIN_1) {
      return of(text.codePoints().toArray());
    }
    if (length <= 1) {
      return length == 0 ? empty() : single(text.charAt(0));
    }
    return written(text, all);
  }

  /** A new str of ASCII text, also where there is one that others share. */
  public long fresh(String ascii) {
    return written(ascii, 'z');
  }

  private long written(String text, int widest) {
    long str = create(text.length(), widest);
    memory.store(data(str), text.getBytes(StandardCharsets.ISO_8859_1));
    return str;
  }

  /** The str of code points. */
  public long of(int[] points) {
    int all = 0;
    for (int point : points) {
      all |= point;
    }
    if (points.length <= 1 && all < LATIN_1) {
      return points.length == 0 ? empty() : single(points[0]);
    }
    // Bits above those of the widest character would ask for too wide a kind only beyond U+10FFFF.
    long str = create(points.length, all);
    for (int index = 0; index < points.length; index++) {
      put(str, index, points[index]);
    }
    return str;
  }

  /** The str of one character. */
  public long ofPoint(int point) {
    return point < LATIN_1 ? single(point) : of(new int[] {point});
  }

  void put(long str, int index, int point) {
    long data = data(str);
    switch (kind(str)) {
      case 1 -> memory.store8(data + index, point);
      case 2 -> memory.store16(data + 2L * index, point);
      default -> memory.store32(data + 4L * index, point);
    }
  }

  /**
   * A str of so many characters, not yet written, wide enough for the given one (PyUnicode_New).
   */
  long create(int length, int widest) {
    int kind = widest < LATIN_1 ? 1 : widest < 0x10000 ? 2 : 4;
    boolean ascii = widest < 128;
    long start = ascii ? ASCII_SIZE : COMPACT_SIZE;
    long str = allocate(start + (length + 1L) * kind);
    memory.store64(str + LENGTH, length);
    memory.store64(str + HASH, -1);
    if (kind == WIDE) {
      // Such characters are a wchar_t each: the str is its own wide form.
      memory.store64(str + WIDE_FORM, str + start);
      memory.store64(str + WIDE_LENGTH, length);
    }
    memory.store32(str + STATE, READY | COMPACT | (ascii ? IS_ASCII : 0) | kind << KIND_SHIFT);
    return str;
  }

  /** The characters of a plain str from one index to before another. */
  public long slice(long str, int from, int to) {
    if (to - from <= 1) {
      return to == from ? empty() : single(memory.load8(str + ASCII_SIZE + from));
    }
    long slice = create(to - from, 'z');
    memory.copy(slice + ASCII_SIZE, str + ASCII_SIZE + from, to - from);
    return slice;
  }

  private long allocate(long size) {
    long str = py.allocator.malloc(size);
    if (str == Allocator.NULL) {
      throw Raise.memoryError();
    }
    memory.clear(str, size);
    py.refs.initialise(str, py.types.str);
    return str;
  }

  /** The empty str. */
  public long empty() {
    if (empty == 0) {
      empty = create(0, 0);
    }
    return py.own(empty);
  }

  /** A character of a str as a str, if that exists already; otherwise 0. */
  public long known(long str, int index) {
    int point = at(str, index);
    long single = point < LATIN_1 ? singles[point] : 0;
    return single == 0 ? 0 : py.own(single);
  }

  private long single(int point) {
    if (singles[point] == 0) {
      long str = create(1, point);
      memory.store8(data(str), point);
      singles[point] = str;
    }
    return py.own(singles[point]);
  }

  /** The hash, computed once and kept in the str. */
  public long hash(long str) {
    long hash = memory.load64(str + HASH);
    if (hash != -1) {
      return hash;
    }
    int length = length(str);
    hash = length == 0 ? 0 : SipHash.of(memory.bytes(data(str), (long) length * kind(str)));
    hash = hash == -1 ? -2 : hash;
    memory.store64(str + HASH, hash);
    return hash;
  }

  /** Whether two strs have the same characters. */
  public boolean equal(long left, long right) {
    if (left == right) {
      return true;
    }
    int length = length(left);
    int kind = kind(left);
    if (length != length(right) || kind != kind(right)) {
      return false;
    }
    long first = data(left);
    long second = data(right);
    int size = length * kind;
    for (int index = 0; index < size; index++) {
      if (memory.load8(first + index) != memory.load8(second + index)) {
        return false;
      }
    }
    return true;
  }

  /** Negative, zero or positive as the first is less, equal or greater by code points. */
  public int compare(long left, long right) {
    return Arrays.compare(codePoints(left), codePoints(right));
  }

  /** Whether nobody can notice that a str changes (unicode_modifiable). */
  boolean isModifiable(long str) {
    return py.refs.count(str) == 1
        && memory.load64(str + HASH) == -1
        && (memory.load32(str + STATE) & (COMPACT | INTERNED_MASK)) == COMPACT;
  }

  /**
   * A modifiable str, which is taken over, with room for more characters; those are not written yet
   * (resize_compact in Objects/unicodeobject.c).
   */
  long grown(long old, int length) {
    int kind = kind(old);
    long start = data(old) - old;
    if (!isAscii(old) && memory.load64(old + UTF8) != 0) {
      py.allocator.free(memory.load64(old + UTF8));
      memory.store64(old + UTF8, 0);
      memory.store64(old + UTF8_LENGTH, 0);
    }
    long str = py.allocator.realloc(old, start + (length + 1L) * kind);
    if (str == Allocator.NULL) {
      throw Raise.memoryError();
    }
    memory.store64(str + LENGTH, length);
    if (kind == WIDE) {
      memory.store64(str + WIDE_FORM, str + start);
      memory.store64(str + WIDE_LENGTH, length);
    }
    put(str, length, 0);
    return str;
  }

  /** The str itself, or one of the same characters if it is of a derived type. */
  long exact(long str) {
    return py.typeOf(str) == py.types.str ? py.own(str) : of(codePoints(str));
  }

  /** A character as wide as a str's kind tells. */
  int widest(long str) {
    return isAscii(str) ? 127 : kind(str) == 1 ? 255 : kind(str) == 2 ? 0xffff : 0x10ffff;
  }

  void copy(long to, int at, long from, int start, int count) {
    int kind = kind(to);
    if (kind == kind(from)) {
      memory.copy(
          data(to) + (long) at * kind, data(from) + (long) start * kind, (long) count * kind);
      return;
    }
    for (int index = 0; index < count; index++) {
      put(to, at + index, at(from, start + index));
    }
  }

  /**
   * The one str of these characters that is used as a name; takes the reference over and returns
   * one (PyUnicode_InternInPlace).
   */
  public long intern(long str) {
    if ((memory.load32(str + STATE) & INTERNED_MASK) != 0 || py.typeOf(str) != py.types.str) {
      return str;
    }
    if (interned == 0) {
      interned = py.dicts.create();
    }
    long known = py.dicts.get(interned, str);
    if (known != 0) {
      py.incref(known);
      py.decref(str);
      return known;
    }
    py.dicts.set(interned, str, str);
    // The dict's two references do not count: dealloc takes the str out of it.
    memory.store64(str + References.COUNT, memory.load64(str + References.COUNT) - 2);
    memory.store32(str + STATE, memory.load32(str + STATE) | INTERNED);
    return str;
  }

  /** Whether a str is the one of its characters that is used as a name. */
  public boolean isInterned(long str) {
    return (memory.load32(str + STATE) & INTERNED_MASK) != 0;
  }

  /**
   * Makes a fresh zeroed instance of a derived type a copy of a str. Its characters lie in a block
   * of their own, as they do in CPython.
   */
  public long derive(long instance, long str) {
    long size = (length(str) + 1L) * kind(str);
    long block = py.allocator.malloc(size);
    if (block == 0) {
      throw Raise.memoryError();
    }
    memory.copy(block, data(str), size);
    memory.store64(instance + LENGTH, length(str));
    memory.store64(instance + HASH, memory.load64(str + HASH));
    int state = memory.load32(str + STATE) & ~(COMPACT | INTERNED_MASK);
    memory.store32(instance + STATE, state);
    memory.store64(instance + DATA, block);
    return instance;
  }

  public void dealloc(long str) {
    if ((memory.load32(str + STATE) & COMPACT) == 0) {
      py.untrackIfContainer(str);
      py.allocator.free(memory.load64(str + DATA));
      py.free(str);
      return;
    }
    if (isInterned(str)) {
      memory.store64(str + References.COUNT, 3);
      py.dicts.remove(interned, str);
    }
    if (!isAscii(str) && memory.load64(str + UTF8) != 0) {
      py.allocator.free(memory.load64(str + UTF8));
    }
    py.free(str);
  }
}
