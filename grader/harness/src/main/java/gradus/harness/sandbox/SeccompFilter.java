package gradus.harness.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the sandbox's system call filter as a program for the kernel's classic BPF machine.
 *
 * <p>The kernel hands the program a {@code struct seccomp_data} (number at 0, architecture at 4,
 * low half of the first argument at 16) and does what the returned word says. A forbidden call
 * kills the process with SIGSYS, so that an attack ends the run and is seen; what the C library and
 * the JDK do in honest programs fails softly instead:
 *
 * <ul>
 *   <li>{@code clone3} says ENOSYS, on which the library falls back to {@code clone}, whose flags a
 *       filter can see;
 *   <li>{@code socket(AF_UNIX)} says EPERM: looking up the user's name asks nscd first;
 *   <li>{@code socket} of the two Internet families says EPERM: a file channel loads the JDK's
 *       network library, which tries what kinds of socket there are; any other family kills;
 *   <li>{@code socketpair} is allowed: closing a file channel needs one.
 * </ul>
 */
final class SeccompFilter {
  static final int KILL = 0x80000000;
  static final int ALLOW = 0x7fff0000;
  static final int EPERM = 0x00050000 | 1;
  static final int ENOSYS = 0x00050000 | 38;

  private static final int LOAD = 0x20;
  private static final int EQUAL = 0x15;
  private static final int AT_LEAST = 0x35;
  private static final int ANY_BIT = 0x45;
  private static final int RETURN = 0x06;

  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;

  private static final int CLONE_THREAD = 0x00010000;
  private static final int AF_UNIX = 1;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;

  /** Numbers from here on are x86-64's second table, of the x32 ABI: nothing honest uses it. */
  private static final int X32 = 0x40000000;

  private final List<long[]> program = new ArrayList<>();

  private SeccompFilter() {}

  /** The program's bytes, in the machine's own order (both machines are little-endian). */
  static byte[] of(Syscall.Machine machine) {
    return new SeccompFilter().write(machine).bytes();
  }

  private SeccompFilter write(Syscall.Machine machine) {
    load(ARCHITECTURE);
    unlessEqual(machine.audit, KILL);
    load(NUMBER);
    add(AT_LEAST, 0, 1, X32);
    answer(KILL);
    for (Syscall forbidden : Syscall.values()) {
      if (forbidden.number(machine) >= 0) {
        whenEqual(forbidden.number(machine), KILL);
      }
    }
    whenEqual(Syscall.Machine.CLONE3, ENOSYS);
    threadsOnly(machine.clone);
    noSockets(machine.socket);
    answer(ALLOW);
    return this;
  }

  private void threadsOnly(int clone) {
    add(EQUAL, 0, 4, clone);
    load(FIRST_ARGUMENT);
    add(ANY_BIT, 1, 0, CLONE_THREAD);
    answer(KILL);
    answer(ALLOW);
  }

  private void noSockets(int socket) {
    add(EQUAL, 0, 6, socket);
    load(FIRST_ARGUMENT);
    add(EQUAL, 3, 0, AF_UNIX);
    add(EQUAL, 2, 0, AF_INET);
    add(EQUAL, 1, 0, AF_INET6);
    answer(KILL);
    answer(EPERM);
  }

  private void load(int offset) {
    add(LOAD, 0, 0, offset);
  }

  private void whenEqual(int value, int verdict) {
    add(EQUAL, 0, 1, value);
    answer(verdict);
  }

  private void unlessEqual(int value, int verdict) {
    add(EQUAL, 1, 0, value);
    answer(verdict);
  }

  private void answer(int verdict) {
    add(RETURN, 0, 0, verdict);
  }

  /** One instruction: its code, how many to skip if true and if false, and its operand. */
  private void add(int code, int ifTrue, int ifFalse, int operand) {
    program.add(new long[] {code, ifTrue, ifFalse, operand});
  }

  private byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(8 * program.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (long[] one : program) {
      bytes.putShort((short) one[0]).put((byte) one[1]).put((byte) one[2]).putInt((int) one[3]);
    }
    return bytes.array();
  }
}
