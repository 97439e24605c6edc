package gradus.engine.object;

/**
 * What a static type is defined with.
 *
 * @param basicSize bytes of an instance without items
 * @param itemSize bytes of an item, 0 if instances have none
 * @param flags {@code tp_flags} once the type is ready
 * @param destructor ends an instance
 */
record TypeSpec(String name, long basicSize, long itemSize, long flags, Destructor destructor) {

  static final long BASETYPE = 1L << 10;
  static final long READY = 1L << 12;
  static final long HAVE_GC = 1L << 14;
  static final long VERSION_TAG = 3L << 18;
  static final long LONG_SUBCLASS = 1L << 24;
  static final long LIST_SUBCLASS = 1L << 25;
  static final long TYPE_SUBCLASS = 1L << 31;

  /** What every type of ours has: it is ready, and its version tag is in use. */
  static final long DEFAULT = READY | VERSION_TAG;

  /** Ends an object that static data owns: only a missing incref can bring it here. */
  static final Destructor NEVER_ENDS =
      object -> {
        throw new IllegalStateException(
            "the reference count of a static object fell to 0: 0x" + Long.toHexString(object));
      };
}
