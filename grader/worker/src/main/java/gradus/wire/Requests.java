package gradus.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the other end asks for, from the bytes of a frame to something that can be carried out. */
final class Requests {
  /** A request that has been read, but not carried out. */
  record Request(ValueType answer, Work work) {}

  /** Runs code of this end: a suite's call-back, a student's method. */
  interface Work {
    @Nullable
    Object run() throws Throwable;
  }

  private final Contracts contracts;
  private final Handles handles;
  private final Side side;
  private final Runnable revoke;

  Requests(Contracts contracts, Handles handles, Side side, Runnable revoke) {
    this.contracts = contracts;
    this.handles = handles;
    this.side = side;
    this.revoke = revoke;
  }

  Request read(FrameType type, Input in) {
    return switch (type) {
      case CALL -> call(in);
      case CALLS -> together(in);
      case MAKE -> make(in);
      case END -> end(in);
      case CLASSES -> classes(in);
      case UNDERSTUDY -> understudy(in);
      case PRACTISE -> practise(in);
      default -> throw new ProtocolViolation("a request was due, and something else came");
    };
  }

  private Request call(Input in) {
    Handles.Exported exported = handles.exported(in.u4());
    ContractMethod method = exported.type().method(in.u4());
    Object[] arguments = method.readArguments(in);
    in.end();
    return new Request(method.answer(), () -> method.invoke(exported.target(), arguments));
  }

  private Request together(Input in) {
    ValueType answers = Together.read(in, handles, side::described);
    return new Request(answers, () -> "the calls are made while they are answered");
  }

  private Request make(Input in) {
    HandleType contract = contract(in);
    String className = in.text();
    Arguments arguments = new Arguments(in, in.u1(), contracts.types());
    return new Request(contract, () -> side.make(className, contract.raw(), arguments));
  }

  private Request understudy(Input in) {
    HandleType contract = contract(in);
    in.end();
    return new Request(contract, () -> side.understudy(contract.raw()));
  }

  private Request practise(Input in) {
    in.end();
    return new Request(Scalar.STRING, side::practise);
  }

  private HandleType contract(Input in) {
    if (contracts.types().at(in.u2()) instanceof HandleType contract) {
      return contract;
    }
    throw new ProtocolViolation("an object was asked for that has no interface");
  }

  private Request classes(Input in) {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int left = in.u4(); left > 0; left--) {
      classes.put(in.text(), in.bytes());
    }
    in.end();
    return new Request(Scalar.INT, () -> side.take(classes));
  }

  private Request end(Input in) {
    in.end();
    revoke.run();
    return new Request(Scalar.INT, side::endCheck);
  }
}
