package gradus.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

  private final Contracts contracts;
  private final Caps caps;
  private final Side side;
  private final Turns turns;

  private Conversation(
      InputStream in, OutputStream out, Contracts contracts, Caps caps, Side side) {
    this.contracts = contracts;
    this.caps = caps;
    this.side = side;
    this.turns = new Turns(in, out, caps, side, contracts);
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
    conversation.turns.answerFirst(
        first, answer -> Scalar.LONG.write(answer, contracts.fingerprint()));
    return conversation;
  }

  /** Tells the worker what will be talked about. */
  public void start() {
    Handshake hello = new Handshake(caps, contracts.names());
    Object theirs = turns.ask(FrameType.START, Scalar.LONG, hello::write);
    if (!Objects.equals(theirs, contracts.fingerprint())) {
      throw side.over(new ProtocolViolation("the worker has other contracts"));
    }
  }

  /**
   * Has the worker make an understudy: an object of ours behind a student's contract, which answers
   * any call with samples. It lets both ends practise before there is a student.
   */
  public <T> T understudy(Class<T> contract) {
    HandleType type = contracts.contract(contract);
    Object made = turns.ask(FrameType.UNDERSTUDY, type, request -> request.u2(type.index()));
    return contract.cast(Objects.requireNonNull(made));
  }

  /**
   * Has the worker run a program such as students write, before there is a student.
   *
   * @return what came of it; always the same
   */
  public String practise() {
    Object result = turns.ask(FrameType.PRACTISE, Scalar.STRING, request -> {});
    return (String) Objects.requireNonNull(result);
  }

  /**
   * Hands the student's classes to the worker.
   *
   * @param classes class files by binary name with slashes
   */
  public void classes(Map<String, byte[]> classes) {
    Map<String, byte[]> some = new LinkedHashMap<>();
    int bytes = 0;
    for (Map.Entry<String, byte[]> one : classes.entrySet()) {
      some.put(one.getKey(), one.getValue());
      bytes += one.getValue().length;
      if (bytes > caps.frameBytes() / 4) {
        send(some);
        some.clear();
        bytes = 0;
      }
    }
    send(some);
  }

  private void send(Map<String, byte[]> classes) {
    turns.ask(
        FrameType.CLASSES,
        Scalar.INT,
        request -> {
          request.u4(classes.size());
          classes.forEach(
              (name, file) -> {
                request.text(name);
                request.bytes(file);
              });
        });
  }

  /** Has the worker make an object of a student's class; returns the stand-in for it. */
  public <T> T make(String className, Class<T> contract, Object... arguments) {
    HandleType type = contracts.contract(contract);
    Object made =
        turns.ask(
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

  /**
   * Makes several calls in one exchange, each whatever the one before it ended in; for calls that
   * do not depend on each other's answers.
   *
   * @return how each of them ended
   */
  public List<Ending> callAll(List<Planned> calls) {
    List<Together.Sent> sent = calls.stream().map(turns.handles()::sent).toList();
    List<Ending> endings = new ArrayList<>();
    turns.ask(
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
    Object threads = turns.ask(FrameType.END, Scalar.INT, request -> {});
    return (Integer) Objects.requireNonNull(threads);
  }

  /** Forgets all objects at this end only; enough when the other is gone. */
  public void revoke() {
    turns.revoke();
  }

  /** Serves the grader until it goes away. */
  public void serve() {
    turns.serve();
  }

  /** Tells the grader that this worker cannot go on. */
  public void refuse(String why) throws IOException {
    turns.refuse(why);
  }
}
