package gradus.engine.process;

/**
 * Where Linux puts what may lie anywhere.
 *
 * @param programBase what the addresses of a position-independent program count from
 * @param stackEnd the address behind the stack
 */
record AddressPlan(long programBase, long stackEnd) {

  private static final AddressPlan WIDE = new AddressPlan(0x5555_5555_4000L, 0x7fff_ffff_f000L);
  private static final AddressPlan NARROW = new AddressPlan(0x5655_5000L, 0xffff_d000L);

  static AddressPlan of(int bits) {
    return bits == 64 ? WIDE : NARROW;
  }
}
