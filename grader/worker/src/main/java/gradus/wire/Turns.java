package gradus.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Whose turn it is: requests and answers as frames, each in its place. */
final class Turns {
  private final OutputStream out;
  private final FrameReader reader;
  private final Caps caps;
  private final Side side;
  private final Handles handles;
  private final Input input;
  private final Requests requests;
  private @Nullable Output spare;
  private int lastCall;
  private int lastServed;
  private int serving;
  private int open;

  Turns(InputStream in, OutputStream out, Caps caps, Side side, Contracts contracts) {
    this.out = out;
    this.reader = new FrameReader(in, caps);
    this.caps = caps;
    this.side = side;
    this.handles = new Handles(caps, this::call);
    this.input = new Input(caps, handles);
    this.requests = new Requests(contracts, handles, side, this::revoke);
  }

  Handles handles() {
    return handles;
  }

  /** Answers the request that came before there were turns to take. */
  void answerFirst(FrameReader first, Consumer<Output> answer) throws IOException {
    lastServed = first.call();
    send(written(FrameType.RETURN, answer), first.call(), first.origin());
  }

  /** Forgets all objects at this end. */
  void revoke() {
    handles.revoke();
    reader.beginCheck();
  }

  /** Serves the other end until it goes away. */
  void serve() {
    try {
      for (; ; ) {
        FrameType type = reader.next();
        checkRequest(0);
        serve(type);
      }
    } catch (IOException | ProtocolViolation | VirtualMachineError e) {
      throw side.over(e);
    }
  }

  /** Says that this end cannot go on. */
  void refuse(String why) throws IOException {
    send(written(FrameType.REFUSE, out -> Scalar.STRING.write(out, why)), lastServed, 0);
  }

  private @Nullable Object call(int target, ContractMethod method, Object[] arguments) {
    return ask(
        FrameType.CALL,
        method.answer(),
        request -> {
          request.u4(target);
          request.u4(method.number());
          method.writeArguments(request, arguments);
        });
  }

  /** Asks the other end, and serves what it asks back until the answer is there. */
  @Nullable
  Object ask(FrameType type, ValueType answer, Consumer<Output> payload) {
    side.beforeCall();
    Output request = written(type, payload);
    int outer = open;
    try {
      enter();
      int call = ++lastCall;
      send(request, call, serving);
      return await(call, answer);
    } catch (IOException | ProtocolViolation | VirtualMachineError e) {
      throw side.over(e);
    } finally {
      open = outer;
    }
  }

  private @Nullable Object await(int call, ValueType answer) throws IOException {
    for (; ; ) {
      FrameType type = reader.next();
      switch (type) {
        case RETURN -> {
          return value(call, answer);
        }
        case THROW -> throw fault(call);
        case CALL -> {
          checkRequest(call);
          serve(type);
        }
        case REFUSE -> throw new ProtocolViolation(String.valueOf(read(Scalar.STRING)));
        default -> throw new ProtocolViolation("an answer was due, and a request came");
      }
    }
  }

  private @Nullable Object value(int call, ValueType answer) {
    checkAnswer(call);
    Object value = read(answer);
    side.beforeAnswer();
    return value;
  }

  private RuntimeException fault(int call) {
    checkAnswer(call);
    Input in = reader.payload(input);
    Fault fault = Fault.read(in);
    in.end();
    side.beforeAnswer();
    return side.rebuilt(fault);
  }

  private @Nullable Object read(ValueType type) {
    Input in = reader.payload(input);
    Object value = type.read(in);
    in.end();
    return value;
  }

  private void checkAnswer(int call) {
    if (reader.call() != call || reader.origin() != serving) {
      throw new ProtocolViolation("an answer came to a call that was not waiting for one");
    }
  }

  private void checkRequest(int origin) {
    if (reader.call() != lastServed + 1 || reader.origin() != origin) {
      throw new ProtocolViolation("a request came out of turn");
    }
  }

  private void enter() {
    if (++open > caps.reentries()) {
      throw new ProtocolViolation("more than " + caps.reentries() + " calls inside one another");
    }
  }

  private void serve(FrameType type) throws IOException {
    int outer = serving;
    int origin = reader.origin();
    int call = reader.call();
    enter();
    lastServed = call;
    serving = call;
    Output answer = perform(requests.read(type, reader.payload(input)));
    send(answer, call, origin);
    serving = outer;
    open--;
  }

  /** Carries out a request; the answer is written whole before any of it is sent. */
  private Output perform(Requests.Request request) {
    try {
      Object result = request.work().run();
      return written(FrameType.RETURN, answer -> request.answer().write(answer, result));
    } catch (Throwable thrown) {
      return written(FrameType.THROW, side.described(thrown)::write);
    }
  }

  /** A frame with its payload. Writing may run student code, which may ask back meanwhile. */
  private Output written(FrameType type, Consumer<Output> payload) {
    Output frame = spare == null ? new Output(caps, handles) : spare;
    spare = null;
    try {
      payload.accept(frame.begin(type));
      return frame;
    } catch (ProtocolViolation e) {
      throw side.unsendable(e);
    }
  }

  private void send(Output frame, int call, int origin) throws IOException {
    frame.send(call, origin, out);
    spare = frame;
  }
}
