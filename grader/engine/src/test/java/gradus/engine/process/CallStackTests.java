package gradus.engine.process;

import static gradus.engine.process.StackVariable.bytes;
import static gradus.engine.process.StackVariable.integer;
import static gradus.engine.process.StackVariable.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.engine.memory.Memory;
import gradus.engine.memory.SegmentationFault;
import gradus.engine.process.elf.ElfFile;
import gradus.engine.process.elf.ElfFormat;
import gradus.engine.process.elf.Images;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallStackTests {

  private static final long END = 0x7fff_ffff_f000L;
  private static final StackFunction MAIN = StackFunction.of("main").with(word("x"));
  private static final StackFunction SQUARE = StackFunction.of("square").taking("n");
  private static final StackFunction EIGHT =
      StackFunction.of("eight").taking("a", "b", "c", "d", "e", "f", "g", "h");

  private final Memory memory = new Memory(1 << 20);
  private final CallStack stack = CallStack.map(memory, END, 0x2000);

  @Nested
  class A_call {

    @Test
    void puts_return_address_frame_pointer_and_register_arguments_down_the_stack() {
      stack.call(MAIN, 0);
      CallFrame square = stack.call(SQUARE, 0x401136, 7);

      assertThat(stack.picture(0))
          .isEqualTo(
              """
              7fffffffeff8  0000000000000000  main: return address
              7fffffffeff0  0000000000000000  main: saved frame pointer
              7fffffffefe8  0000000000000000  main: x
              7fffffffefe0  0000000000000000
              7fffffffefd8  0000000000401136  square: return address
              7fffffffefd0  00007fffffffeff0  square: saved frame pointer  ← rbp
              7fffffffefc8  0000000000000007  square: n
              7fffffffefc0  0000000000000000  ← rsp
              """);
      assertThat(square.addressOf("n")).isEqualTo(stack.framePointer() - 8);
    }

    @Test
    void passes_the_seventh_argument_and_those_after_it_above_the_return_address() {
      CallFrame frame = stack.call(EIGHT, 0x401000, 1, 2, 3, 4, 5, 6, 7, 8);

      assertThat(frame.addressOf("g")).isEqualTo(frame.framePointer() + 16);
      assertThat(frame.addressOf("h")).isEqualTo(frame.framePointer() + 24);
      assertThat(memory.load64(frame.addressOf("h"))).isEqualTo(8);
      assertThat(memory.load64(frame.addressOf("f"))).isEqualTo(6);
      assertThat(frame.addressOf("f")).isEqualTo(frame.framePointer() - 48);
    }

    @Test
    void passes_all_arguments_above_it_where_there_are_no_registers_for_them() {
      CallStack plain = new CallStack(memory, END, CallingConvention.ALL_ON_STACK);
      CallFrame frame = plain.call(SQUARE, 0x401000, 7);

      assertThat(frame.addressOf("n")).isEqualTo(frame.framePointer() + 16);
      assertThat(frame.framePointer()).isEqualTo(END - 32);
      assertThat(plain.stackPointer()).isEqualTo(END - 32);
    }

    @Test
    void aligns_each_variable_and_the_whole_frame() {
      CallFrame frame =
          stack.call(
              StackFunction.of("f").with(bytes("c", 3), integer("i"), word("w"), bytes("d", 1)), 0);

      assertThat(frame.framePointer() - frame.addressOf("c")).isEqualTo(3);
      assertThat(frame.framePointer() - frame.addressOf("i")).isEqualTo(8);
      assertThat(frame.framePointer() - frame.addressOf("w")).isEqualTo(16);
      assertThat(frame.framePointer() - frame.addressOf("d")).isEqualTo(17);
      assertThat(frame.framePointer() - frame.stackPointer()).isEqualTo(32);
      assertThat(stack.picture(0)).contains("f: i, f: c");
    }

    @Test
    void with_another_number_of_arguments_is_refused() {
      assertThatThrownBy(() -> stack.call(SQUARE, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("square takes 1 arguments, not 0");
    }

    @Test
    void knows_no_other_variables_than_its_own() {
      CallFrame main = stack.call(MAIN, 0);

      assertThatThrownBy(() -> main.addressOf("y")).hasMessage("main has no variable y");
    }
  }

  @Nested
  class A_return {

    @Test
    void goes_back_to_the_caller_and_leaves_the_bytes() {
      stack.call(MAIN, 0);
      long before = stack.stackPointer();
      CallFrame square = stack.call(SQUARE, 0x401136, 7);

      assertThat(stack.leave()).isEqualTo(0x401136);
      assertThat(stack.stackPointer()).isEqualTo(before);
      assertThat(stack.frames()).hasSize(1);
      assertThat(memory.load64(square.addressOf("n"))).isEqualTo(7);
      assertThat(stack.picture(4)).contains("0000000000000007  stale");
    }

    @Test
    void lets_a_dangling_pointer_read_what_the_next_call_writes() {
      stack.call(MAIN, 0);
      long pointer = stack.call(SQUARE, 0x401136, 7).addressOf("n");
      stack.leave();
      assertThat(memory.load64(pointer)).isEqualTo(7);

      stack.call(StackFunction.of("other").taking("m"), 0x401150, 42);

      assertThat(memory.load64(pointer)).isEqualTo(42);
    }

    @Test
    void goes_wherever_an_overrun_array_sent_it() {
      stack.call(MAIN, 0);
      CallFrame victim = stack.call(StackFunction.of("victim").with(bytes("buffer", 16)), 0x401136);
      byte[] input = new byte[32];
      Arrays.fill(input, (byte) 'A');
      memory.store(victim.addressOf("buffer"), input);

      assertThat(stack.backtrace().damage())
          .contains(
              "the frame pointer 0x4141414141414141 saved at 0x7fffffffefd0 does not lead up the"
                  + " stack");
      assertThat(stack.leave()).isEqualTo(0x4141414141414141L);
      assertThat(stack.framePointer()).isEqualTo(0x4141414141414141L);
    }

    @Test
    void without_a_call_is_refused() {
      assertThatThrownBy(stack::leave).hasMessage("no call to return from");
    }
  }

  @Nested
  class The_guard_page {

    @Test
    void stops_a_recursion_before_anything_is_written() {
      StackFunction deep = StackFunction.of("deep").taking("n").with(bytes("buffer", 1000));
      int calls = 0;
      while (stack.stackPointer() - 1024 >= END - 0x2000) {
        stack.call(deep, 0x401136, calls++);
      }
      byte[] before = memory.bytes(END - 0x2000, 0x2000);
      long top = stack.stackPointer();

      assertThat(calls).isEqualTo(8);
      assertThatThrownBy(() -> stack.call(deep, 0x401136, -1))
          .isInstanceOf(SegmentationFault.class)
          .hasMessage("segmentation fault: write of 1024 bytes at 0x%x", top - 1024);
      assertThat(memory.bytes(END - 0x2000, 0x2000)).isEqualTo(before);
      assertThat(stack.stackPointer()).isEqualTo(top);
      assertThat(stack.frames()).hasSize(8);
    }

    @Test
    void cannot_be_jumped_over() {
      StackFunction huge = StackFunction.of("huge").with(bytes("buffer", 1 << 20));

      assertThatThrownBy(() -> stack.call(huge, 0)).isInstanceOf(SegmentationFault.class);
    }
  }

  @Nested
  class A_backtrace {

    @Test
    void follows_the_saved_frame_pointers() {
      CallFrame main = stack.call(MAIN, 0x401020);
      CallFrame first = stack.call(SQUARE, 0x401136, 1);
      CallFrame second = stack.call(EIGHT, 0x401150, 1, 2, 3, 4, 5, 6, 7, 8);

      assertThat(stack.backtrace().damage()).isEmpty();
      assertThat(stack.backtrace().calls())
          .containsExactly(
              new Backtrace.Call(second.framePointer(), 0x401150),
              new Backtrace.Call(first.framePointer(), 0x401136),
              new Backtrace.Call(main.framePointer(), 0x401020));
    }

    @Test
    void of_a_loaded_program_names_its_functions() {
      ElfFile file = ElfFile.read(Images.small(ElfFormat.LITTLE_64).build());
      CallStack loaded = CallStack.of(ProgramLoader.of(file).load());
      loaded.call(SQUARE, 0x401001, 3);

      assertThat(loaded.backtrace().calls())
          .singleElement()
          .satisfies(
              call ->
                  assertThat(file.symbolAt(call.returnAddress()))
                      .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo("main")));
      assertThat(file.symbolAt(0x401002)).isEmpty();
    }
  }

  @Test
  void random_calls_and_returns_keep_alignment_arguments_and_chain() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      CallStack any = new CallStack(memory, END, CallingConvention.values()[random.nextInt(2)]);
      Deque<Long> returns = new ArrayDeque<>();
      for (int step = 0; step < 60; step++) {
        if (random.nextInt(3) > 0 && returns.size() < 20) {
          long back = random.nextLong();
          int count = random.nextInt(9);
          StackFunction function =
              new StackFunction(
                  "f",
                  List.of("a", "b", "c", "d", "e", "f", "g", "h").subList(0, count),
                  List.of(bytes("local", random.nextInt(40))));
          long[] arguments = random.longs(count).toArray();
          CallFrame frame = any.call(function, back, arguments);
          returns.push(back);
          for (int index = 0; index < count; index++) {
            assertThat(memory.load64(frame.addressOf(function.parameters().get(index))))
                .as("seed %d", seed)
                .isEqualTo(arguments[index]);
          }
        } else if (!returns.isEmpty()) {
          assertThat(any.leave()).as("seed %d", seed).isEqualTo(returns.pop());
        }
        assertThat(any.stackPointer() % 16).as("seed %d", seed).isZero();
        assertThat(any.backtrace().calls())
            .as("seed %d", seed)
            .extracting(Backtrace.Call::returnAddress)
            .containsExactlyElementsOf(returns);
      }
    }
  }

  @Test
  void a_stack_ends_aligned_and_needs_its_memory() {
    assertThatThrownBy(() -> new CallStack(memory, END - 8, CallingConvention.ALL_ON_STACK))
        .hasMessage("a stack ends at a multiple of 16, not 0x7fffffffeff8");
    assertThatThrownBy(() -> CallStack.map(new Memory(0x2000), END, 0x2000))
        .hasMessage("no memory for a stack of 0x2000 bytes");
  }
}
