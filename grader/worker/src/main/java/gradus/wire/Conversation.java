package gradus.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One end of the wire. The ends take turns: one asks and waits, and while it waits it serves what
 * the other asks back, on the same thread. There are no locks; one thread uses a conversation.
 */
public final class Conversation {
  private static final Handles NO_HANDLES =
      new Handles(
          Caps.STANDARD,
          (target, method, arguments) -> {
            throw new IllegalStateException("nothing can be called yet");
          });

  private final OutputStream out;
  private final FrameReader reader;
  private final Contracts contracts;
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

  private Conversation(
      InputStream in, OutputStream out, Contracts contracts, Caps caps, Side side) {
    this.out = out;
    this.reader = new FrameReader(in, caps);
    this.contracts = contracts;
    this.caps = caps;
    this.side = side;
    this.handles = new Handles(caps, this::call);
    this.input = new Input(caps, handles);
    this.requests = new Requests(contracts, handles, side, this::revoke);
  }

  /** The grader's end. Nothing is sent yet. */
  public static Conversation with(
      InputStream in, OutputStream out, Contracts contracts, Caps caps, Side side) {
    return new Conversation(in, out, contracts, caps, side);
  }

  /**
   * The worker's end: waits for the grader's {@link #start} and answers it.
   *
   * @param loader where the contracts are
   * @throws IOException if the grader is gone
   */
  public static Conversation accept(InputStream in, OutputStream out, ClassLoader loader, Side side)
      throws IOException {
    FrameReader first = new FrameReader(in, Caps.STANDARD);
    if (first.next() != FrameType.START) {
      throw new ProtocolViolation("the first message was not the start");
    }
    Handshake hello = Handshake.read(first.payload(new Input(Caps.STANDARD, NO_HANDLES)));
    Contracts contracts = Contracts.named(hello.names(), loader);
    Conversation conversation = new Conversation(in, out, contracts, hello.caps(), side);
    conversation.lastServed = first.call();
    conversation.send(
        conversation.written(
            FrameType.RETURN, answer -> Scalar.LONG.write(answer, contracts.fingerprint())),
        first.call(),
        first.origin());
    return conversation;
  }

  /** Tells the worker what will be talked about. */
  public void start() {
    Handshake hello = new Handshake(caps, contracts.names());
    Object theirs = ask(FrameType.START, Scalar.LONG, hello::write);
    if (!Objects.equals(theirs, contracts.fingerprint())) {
      throw side.over(new ProtocolViolation("the worker has other contracts"));
    }
  }

  /** Has the worker make an object of a student's class; returns the stand-in for it. */
  public <T> T make(String className, Class<T> contract, Object... arguments) {
    HandleType type = contracts.contract(contract);
    Object made =
        ask(
            FrameType.MAKE,
            type,
            request -> {
              request.u2(type.index());
              request.text(className);
              request.u1(arguments.length);
              for (Object argument : arguments) {
                contracts.types().any().write(request, argument);
              }
            });
    return contract.cast(Objects.requireNonNull(made));
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

  /**
   * Makes several calls in one exchange, each whatever the one before it ended in; for calls that
   * do not depend on each other's answers.
   *
   * @return how each of them ended
   */
  public List<Ending> callAll(List<Planned> calls) {
    List<Together.Sent> sent = calls.stream().map(handles::sent).toList();
    List<Ending> endings = new ArrayList<>();
    ask(
        FrameType.CALLS,
        new Together.Answers(sent, side::rebuilt, endings),
        request -> Together.write(request, sent));
    return endings;
  }

  /**
   * Forgets all objects, at both ends.
   *
   * @return how many threads the student's code left running
   */
  public int endCheck() {
    revoke();
    Object threads = ask(FrameType.END, Scalar.INT, request -> {});
    return (Integer) Objects.requireNonNull(threads);
  }

  /** Forgets all objects at this end only; enough when the other is gone. */
  public void revoke() {
    handles.revoke();
    reader.beginCheck();
  }

  /** Serves the grader until it goes away. */
  public void serve() {
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

  /** Tells the grader that this worker cannot go on. */
  public void refuse(String why) throws IOException {
    send(written(FrameType.REFUSE, out -> Scalar.STRING.write(out, why)), lastServed, 0);
  }

  private @Nullable Object ask(FrameType type, ValueType answer, Consumer<Output> payload) {
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
