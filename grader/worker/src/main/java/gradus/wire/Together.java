package gradus.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Several calls in one frame, and their answers in another. They are made one after the other,
 * whatever one of them throws; each answer is written before the next call can change it.
 */
final class Together {
  private Together() {}

  /** A call as it is sent. */
  record Sent(int target, ContractMethod method, Planned planned) {}

  /** A call as it has arrived. */
  private static final class Arrived {
    private final Object target;
    private final ContractMethod method;
    private final Object[] arguments;

    Arrived(Object target, ContractMethod method, Object[] arguments) {
      this.target = target;
      this.method = method;
      this.arguments = arguments;
    }

    void make(Output out) throws Throwable {
      method.answer().write(out, method.invoke(target, arguments));
    }
  }

  static void write(Output out, List<Sent> calls) {
    out.spend(calls.size());
    out.u4(calls.size());
    for (Sent call : calls) {
      out.u4(call.target());
      out.u4(call.method().number());
      call.method().writeArguments(out, call.planned().arguments());
    }
  }

  static ValueType read(Input in, Handles handles, Function<Throwable, Fault> described) {
    int count = in.count(2 * Integer.BYTES);
    List<Arrived> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Handles.Exported exported = handles.exported(in.u4());
      ContractMethod method = exported.type().method(in.u4());
      calls.add(new Arrived(exported.target(), method, method.readArguments(in)));
    }
    in.end();
    return new Making(calls, described);
  }

  /** The answers to the calls that arrived; writing them makes the calls. */
  private record Making(List<Arrived> calls, Function<Throwable, Fault> described)
      implements ValueType {
    @Override
    public void write(Output out, @Nullable Object nothing) {
      for (Arrived call : calls) {
        Output.Mark before = out.mark();
        try {
          call.make(out);
        } catch (ProtocolViolation unsendable) {
          throw unsendable;
        } catch (Throwable thrown) {
          out.rewind(before);
          described.apply(thrown).write(out);
        }
      }
    }

    @Override
    public Object read(Input in) {
      throw new ProtocolViolation("answers came where calls were due");
    }
  }

  /** The answers to the calls that were sent, which are put into {@code endings}. */
  record Answers(List<Sent> calls, Function<Fault, RuntimeException> rebuilt, List<Ending> endings)
      implements ValueType {
    @Override
    public void write(Output out, @Nullable Object value) {
      throw new ProtocolViolation("only the end that was asked answers");
    }

    @Override
    public @Nullable Object read(Input in) {
      for (Sent call : calls) {
        endings.add(read(call.method().answer(), in));
      }
      return null;
    }

    private Ending read(ValueType answer, Input in) {
      int mark = in.mark();
      boolean threw = in.tag() == Tag.ERROR;
      in.rewind(mark);
      return threw
          ? new Ending(null, rebuilt.apply(Fault.read(in)))
          : new Ending(answer.read(in), null);
    }
  }
}
