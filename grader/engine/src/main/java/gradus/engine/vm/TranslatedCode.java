package gradus.engine.vm;

import gradus.engine.object.AttributeSite;
import java.util.Arrays;

/** A code object as a JVM class. */
abstract class TranslatedCode {

  private int[] depths = {};
  private long[] constants = {};
  private long[] names = {};
  private GlobalSite[] sites = {};
  private AttributeSite[] attributes = {};

  /** Says what the class does not hold, as it may be shared. */
  void complete(int[] stackDepths, long[] constantAddresses, long[] nameAddresses, int siteCount) {
    names = nameAddresses;
    depths = stackDepths;
    constants = constantAddresses;
    sites = new GlobalSite[siteCount];
    Arrays.setAll(sites, index -> new GlobalSite());
    attributes = new AttributeSite[names.length];
    Arrays.setAll(attributes, index -> new AttributeSite());
  }

  /**
   * Runs a frame from an instruction on.
   *
   * @return what it returns or yields; 0 if the interpreter is to go on where the frame stands
   */
  abstract long run(TranslatedOps ops, long frame, int pc);

  /** How deep the value stack is where an exception leaves an instruction. */
  final int depth(int pc) {
    return depths[pc >> 1];
  }

  /** A constant, borrowed. */
  final long constant(int index) {
    return constants[index];
  }

  /** A name, borrowed. */
  final long name(int index) {
    return names[index];
  }

  /** What is known of an attribute of a name; all places that use the name share it. */
  final AttributeSite attribute(int index) {
    return attributes[index];
  }

  final GlobalSite site(int index) {
    return sites[index];
  }

  /** What a global name was at a place of the code, as long as its dicts stay what they are. */
  static final class GlobalSite {
    long globals = -1;
    long builtins = -1;
    long value;
  }
}
