package gradus.harness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.harness.sandbox.Syscall.Machine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the filter's program as the kernel would. */
class SeccompFilterTests {
  private static final int READ_X86 = 0;
  private static final int SOCKETPAIR_X86 = 53;
  private static final int CLONE_THREAD = 0x00010000;

  /** What the program answers to a call with this first argument. */
  private static int verdict(Machine machine, int audit, int number, int argument) {
    ByteBuffer program = ByteBuffer.wrap(SeccompFilter.of(machine)).order(ByteOrder.LITTLE_ENDIAN);
    int loaded = 0;
    for (int at = 0; ; at++) {
      int operand = program.getInt(8 * at + 4);
      boolean jump =
          switch (program.getShort(8 * at)) {
            case 0x15 -> loaded == operand;
            case 0x35 -> Integer.compareUnsigned(loaded, operand) >= 0;
            case 0x45 -> (loaded & operand) != 0;
            default -> false;
          };
      switch (program.getShort(8 * at)) {
        case 0x20 -> loaded = operand == 0 ? number : operand == 4 ? audit : argument;
        case 0x06 -> {
          return operand;
        }
        default -> at += program.get(8 * at + (jump ? 2 : 3));
      }
    }
  }

  private static int verdict(Machine machine, int number, int argument) {
    return verdict(machine, machine.audit, number, argument);
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void every_forbidden_call_kills(Machine machine) {
    for (Syscall forbidden : Syscall.values()) {
      if (forbidden.number(machine) >= 0) {
        assertThat(verdict(machine, forbidden.number(machine), 0))
            .as(forbidden.name())
            .isEqualTo(SeccompFilter.KILL);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void a_thread_may_be_started_and_a_process_may_not(Machine machine) {
    assertThat(verdict(machine, machine.clone, CLONE_THREAD | 0x100))
        .isEqualTo(SeccompFilter.ALLOW);
    assertThat(verdict(machine, machine.clone, 0x100)).isEqualTo(SeccompFilter.KILL);
    assertThat(verdict(machine, Machine.CLONE3, CLONE_THREAD)).isEqualTo(SeccompFilter.ENOSYS);
  }

  @ParameterizedTest
  @EnumSource(Machine.class)
  void a_socket_fails_softly_where_the_jdk_itself_tries_one(Machine machine) {
    for (int family : new int[] {1, 2, 10}) {
      assertThat(verdict(machine, machine.socket, family)).isEqualTo(SeccompFilter.EPERM);
    }
    for (int family : new int[] {0, 3, 16, 17, 40}) {
      assertThat(verdict(machine, machine.socket, family)).isEqualTo(SeccompFilter.KILL);
    }
  }

  @Test
  void ordinary_calls_pass() {
    assertThat(verdict(Machine.X86_64, READ_X86, 0)).isEqualTo(SeccompFilter.ALLOW);
    assertThat(verdict(Machine.X86_64, SOCKETPAIR_X86, 1)).isEqualTo(SeccompFilter.ALLOW);
  }

  @Test
  void another_table_of_calls_kills() {
    int i386 = 0x40000003;
    assertThat(verdict(Machine.X86_64, i386, READ_X86, 0)).isEqualTo(SeccompFilter.KILL);
    assertThat(verdict(Machine.X86_64, 0x40000000, 0)).isEqualTo(SeccompFilter.KILL);
    assertThat(verdict(Machine.X86_64, -1, 0)).isEqualTo(SeccompFilter.KILL);
  }

  @Test
  void machines_are_known_by_what_java_calls_them() {
    assertThat(Machine.named("amd64")).contains(Machine.X86_64);
    assertThat(Machine.named("aarch64")).contains(Machine.AARCH64);
    assertThat(Machine.named("riscv64")).isEmpty();
  }
}
