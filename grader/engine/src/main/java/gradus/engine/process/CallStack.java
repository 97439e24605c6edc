package gradus.engine.process;

import gradus.engine.memory.Memory;
import gradus.engine.memory.Permissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The stack of a C program: a frame for each call, growing downwards to a guard page.
 *
 * <pre>{@code
 * CallStack stack = CallStack.map(memory, 0x7ffffffff000L, 64 * 1024);
 * CallFrame main = stack.call(StackFunction.of("main").with(word("x")), 0);
 * CallFrame square = stack.call(StackFunction.of("square").taking("n"), 0x401136, 7);
 * memory.load64(square.addressOf("n"));       // 7
 * stack.leave();                              // 0x401136; the bytes stay
 * }</pre>
 *
 * <p>A call writes arguments, return address and frame pointer and nothing else: local variables
 * start with whatever lay there before.
 */
public final class CallStack {

  private final Memory memory;
  private final long end;
  private final CallingConvention convention;
  private final Deque<CallFrame> frames = new ArrayDeque<>();
  private long framePointer;
  private long stackPointer;

  /**
   * A stack in memory that is mapped already.
   *
   * @param end the address behind its last byte, a multiple of 16
   */
  public CallStack(Memory memory, long end, CallingConvention convention) {
    if (end % FrameLayout.ALIGNMENT != 0) {
      throw new IllegalArgumentException(
          "a stack ends at a multiple of 16, not 0x%x".formatted(end));
    }
    this.memory = memory;
    this.end = end;
    this.convention = convention;
    stackPointer = end;
  }

  /** Maps a stack of a size in whole pages, and a guard page below it. */
  public static CallStack map(Memory memory, long end, long size) {
    long start = end - size;
    boolean mapped =
        memory.map("guard", start - Memory.PAGE_SIZE, Memory.PAGE_SIZE, Permissions.NONE)
            && memory.map("stack", start, size, Permissions.READ_WRITE);
    if (!mapped) {
      throw new ProgramLoadException("no memory for a stack of 0x%x bytes".formatted(size));
    }
    return new CallStack(memory, end, CallingConvention.SYSTEM_V_AMD64);
  }

  /** The stack of a program just loaded. */
  public static CallStack of(LoadedProgram program) {
    return new CallStack(program.memory(), program.stackEnd(), CallingConvention.SYSTEM_V_AMD64);
  }

  /** The lowest address in use (rsp). */
  public long stackPointer() {
    return stackPointer;
  }

  /** Where the innermost frame keeps its caller's frame pointer (rbp); 0 before the first call. */
  public long framePointer() {
    return framePointer;
  }

  /** The calls that have not returned, the innermost first. */
  public List<CallFrame> frames() {
    return List.copyOf(frames);
  }

  /**
   * Calls a function.
   *
   * @param returnAddress the instruction behind the call
   * @throws IllegalArgumentException if the number of arguments is wrong
   * @throws gradus.engine.memory.SegmentationFault if the frame reaches into the guard page;
   *     nothing is written then
   */
  public CallFrame call(StackFunction function, long returnAddress, long... arguments) {
    if (arguments.length != function.parameters().size()) {
      throw new IllegalArgumentException(
          "%s takes %d arguments, not %d"
              .formatted(function.name(), function.parameters().size(), arguments.length));
    }
    FrameLayout layout = FrameLayout.of(function, convention);
    memory.requireWritable(stackPointer - layout.size(), layout.size());
    long frame = stackPointer - layout.argumentSize() - FrameLayout.FIRST_ARGUMENT;
    CallFrame call = new CallFrame(function, layout, frame, stackPointer - layout.size());
    for (int index = 0; index < arguments.length; index++) {
      memory.store64(call.addressOf(function.parameters().get(index)), arguments[index]);
    }
    memory.store64(call.returnAddressSlot(), returnAddress);
    memory.store64(frame, framePointer);
    enter(call);
    return call;
  }

  private void enter(CallFrame call) {
    frames.push(call);
    framePointer = call.framePointer();
    stackPointer = call.stackPointer();
  }

  /**
   * Returns from the innermost call: takes frame pointer and return address from memory, whatever
   * they are by now, and leaves all bytes as they are.
   *
   * @return the address at which the caller goes on
   */
  public long leave() {
    if (frames.isEmpty()) {
      throw new IllegalStateException("no call to return from");
    }
    CallFrame call = frames.pop();
    stackPointer = call.framePointer() + FrameLayout.FIRST_ARGUMENT + call.layout().argumentSize();
    framePointer = memory.load64(call.framePointer());
    return memory.load64(call.returnAddressSlot());
  }

  /** The calls that have not returned as a debugger finds them, from the bytes alone. */
  public Backtrace backtrace() {
    List<Backtrace.Call> calls = new ArrayList<>();
    long frame = framePointer;
    while (frame != 0) {
      calls.add(new Backtrace.Call(frame, memory.load64(frame + FrameLayout.RETURN_ADDRESS)));
      long caller = memory.load64(frame);
      if (caller != 0 && !leadsUp(frame, caller)) {
        String damage =
            "the frame pointer 0x%x saved at 0x%x does not lead up the stack"
                .formatted(caller, frame);
        return new Backtrace(calls, Optional.of(damage));
      }
      frame = caller;
    }
    return new Backtrace(calls, Optional.empty());
  }

  private boolean leadsUp(long frame, long caller) {
    return caller % FrameLayout.ALIGNMENT == 0
        && Long.compareUnsigned(caller, frame) > 0
        && Long.compareUnsigned(caller, end - FrameLayout.FIRST_ARGUMENT) <= 0;
  }

  /**
   * The stack as a table of words with what they are, the highest address first.
   *
   * @param below how many words below the stack pointer to show: what returned calls left there
   */
  public String picture(int below) {
    return new StackPicture(memory, this, end).draw(below);
  }
}
