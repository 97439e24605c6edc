package gradus.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * The first request: the grader tells a worker, which knows nothing yet, what will be talked about.
 */
record Handshake(Caps caps, List<String> names) {
  /** Raised whenever the form of frames or values changes. */
  private static final int VERSION = 1;

  private static final ListType NAMES = new ListType(Scalar.STRING);

  void write(Output out) {
    out.u1(VERSION);
    out.u4(caps.frameBytes());
    out.u4(caps.depth());
    out.u4(caps.elements());
    out.u4(caps.handles());
    out.u4(caps.reentries());
    out.u8(caps.bytesPerCheck());
    NAMES.write(out, names);
  }

  static Handshake read(Input in) {
    if (in.u1() != VERSION) {
      throw new ProtocolViolation("the two ends are of different versions");
    }
    Caps caps = new Caps(in.u4(), in.u4(), in.u4(), in.u4(), in.u4(), in.u8());
    List<String> names = new ArrayList<>();
    for (Object name : NAMES.read(in)) {
      names.add((String) name);
    }
    in.end();
    return new Handshake(caps, names);
  }
}
