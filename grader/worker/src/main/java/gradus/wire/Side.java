package gradus.wire;

import java.util.Map;

/** What the two ends of a {@link Conversation} do differently. */
public interface Side {
  /** Called before anything is asked; throws if this is not the time or the thread for it. */
  void beforeCall();

  /**
   * Called when an answer has arrived, before it is handed over; throws if something else comes
   * first.
   */
  void beforeAnswer();

  /**
   * What was thrown here while the other end was served, to be sent there.
   *
   * @param thrown what the called object threw; thrown on instead if the conversation is over
   */
  Fault described(Throwable thrown);

  /** The exception that stands here for one thrown at the other end. */
  RuntimeException rebuilt(Fault fault);

  /** The exception for a value of this end that may not be sent. Nothing has been sent of it. */
  RuntimeException unsendable(ProtocolViolation violation);

  /**
   * Ends the conversation for good.
   *
   * @param why a {@link ProtocolViolation} of the other end, an {@link java.io.IOException} if it
   *     is gone, or an error of this JVM that left an exchange half done
   */
  RuntimeException over(Throwable why);

  /**
   * Makes an object of a student's class.
   *
   * @param className the class, by its binary name
   * @param contract the interface it is to be called by
   * @param arguments for its constructor
   * @throws Throwable what the student's constructor throws, or why there is none that fits
   */
  default Object make(String className, Class<?> contract, Arguments arguments) throws Throwable {
    throw new ProtocolViolation("only a worker makes objects");
  }

  /** Makes an object that answers every call of a contract with samples. */
  default Object understudy(Class<?> contract) {
    throw new ProtocolViolation("only a worker makes objects");
  }

  /** Runs a program such as students write, to get the JVM used to theirs; returns its result. */
  default String practise() {
    throw new ProtocolViolation("only a worker practises");
  }

  /**
   * Takes classes of the student's, by binary name with slashes; returns how many there are now.
   */
  default int take(Map<String, byte[]> classes) {
    throw new ProtocolViolation("only a worker takes classes");
  }

  /**
   * Ends a check, all handles already revoked; returns how many threads the student's code left.
   */
  default int endCheck() {
    throw new ProtocolViolation("only a worker ends checks");
  }
}
