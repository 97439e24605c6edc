package gradus.engine.process;

/** How a call hands its arguments over. */
public enum CallingConvention {
  /**
   * The first six arguments in registers, which the callee stores among its local variables; the
   * others on the stack.
   */
  SYSTEM_V_AMD64(6),
  /** All arguments on the stack, the first at the lowest address, as on 32-bit x86. */
  ALL_ON_STACK(0);

  private final int registers;

  CallingConvention(int registers) {
    this.registers = registers;
  }

  /** How many arguments go in registers. */
  public int registers() {
    return registers;
  }
}
