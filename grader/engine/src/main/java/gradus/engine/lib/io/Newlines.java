package gradus.engine.lib.io;

import gradus.engine.layout.LibraryStructs;
import gradus.engine.memory.Memory;
import gradus.engine.object.Space;
import gradus.engine.object.TypeBuilder;
import java.util.stream.IntStream;

/** Recognises and translates line ends (the IncrementalNewlineDecoder of a text stream). */
final class Newlines {

  private static final int FLAGS =
      LibraryStructs.NEWLINE_DECODER.offset("pendingcr:1, translate:1, seennl:3");
  private static final int TRANSLATE = 2;
  private static final int LF = 4;
  private static final int CR = 8;
  private static final int CRLF = 16;

  private final Space py;
  private final Memory memory;
  private final long type;

  Newlines(Space py) {
    this.py = py;
    memory = py.memory;
    type =
        TypeBuilder.define(py, "_io.IncrementalNewlineDecoder", LibraryStructs.NEWLINE_DECODER)
            .dealloc(py::free)
            .ready();
  }

  /** A new decoder that has seen no line end. */
  long create(boolean translates) {
    long decoder = py.create(type);
    memory.store32(decoder + FLAGS, translates ? TRANSLATE : 0);
    return decoder;
  }

  /** Notes the line ends in a text, and makes each a line feed if that is asked for. */
  int[] decode(long decoder, int[] points) {
    int flags = memory.load32(decoder + FLAGS);
    IntStream.Builder out = IntStream.builder();
    for (int index = 0; index < points.length; index++) {
      boolean pair =
          points[index] == '\r' && index + 1 < points.length && points[index + 1] == '\n';
      flags |= pair ? CRLF : points[index] == '\r' ? CR : points[index] == '\n' ? LF : 0;
      boolean end = points[index] == '\r';
      out.accept(end ? '\n' : points[index]);
      index += pair ? 1 : 0;
    }
    memory.store32(decoder + FLAGS, flags);
    return (flags & TRANSLATE) != 0 ? out.build().toArray() : points;
  }

  /** The line ends seen: None, one, or a tuple. */
  long seen(long decoder) {
    int flags = memory.load32(decoder + FLAGS);
    int[] kinds = {CR, LF, CRLF};
    String[] texts = {"\r", "\n", "\r\n"};
    long[] found = new long[Integer.bitCount(flags & (CR | LF | CRLF))];
    int count = 0;
    for (int kind = 0; kind < kinds.length; kind++) {
      if ((flags & kinds[kind]) != 0) {
        found[count++] = py.strs.of(texts[kind]);
      }
    }
    if (count < 2) {
      return count == 0 ? py.newNone() : found[0];
    }
    long tuple = py.tuples.of(found);
    for (long text : found) {
      py.decref(text);
    }
    return tuple;
  }
}
