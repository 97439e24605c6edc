package gradus.harness.compile;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** A class file's table of names; see JVMS 4.4. */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int DYNAMIC = 17;
  private static final int INVOKE_DYNAMIC = 18;
  private static final int MODULE = 19;
  private static final int PACKAGE = 20;

  private final int[] tags;
  private final int[] first;
  private final int[] second;
  private final String[] texts;

  private ConstantPool(int size) {
    tags = new int[size];
    first = new int[size];
    second = new int[size];
    texts = new String[size];
  }

  static ConstantPool read(DataInputStream in) throws IOException {
    ConstantPool pool = new ConstantPool(in.readUnsignedShort());
    for (int i = 1; i < pool.tags.length; i++) {
      pool.readOne(in, i);
      if (pool.tags[i] == LONG || pool.tags[i] == DOUBLE) {
        i++; // these take two places
      }
    }
    return pool;
  }

  private void readOne(DataInputStream in, int i) throws IOException {
    tags[i] = in.readUnsignedByte();
    switch (tags[i]) {
      case UTF8 -> texts[i] = in.readUTF();
      case INTEGER, FLOAT -> in.skipNBytes(4);
      case LONG, DOUBLE -> in.skipNBytes(8);
      case METHOD_HANDLE -> in.skipNBytes(3);
      case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> first[i] = in.readUnsignedShort();
      case FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC -> {
        first[i] = in.readUnsignedShort();
        second[i] = in.readUnsignedShort();
      }
      default -> throw new IOException("unknown constant " + tags[i]);
    }
  }

  /** The text at an index. */
  String text(int index) throws IOException {
    return texts[require(index, UTF8)];
  }

  /** The name of the class constant at an index. */
  String className(int index) throws IOException {
    return text(first[require(index, CLASS)]);
  }

  Set<String> classNames() throws IOException {
    Set<String> names = new TreeSet<>();
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] == CLASS) {
        names.add(className(i));
      }
    }
    return names;
  }

  /** The types of members that are used, and of method types. */
  Set<String> descriptors() throws IOException {
    Set<String> descriptors = new TreeSet<>();
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] == NAME_AND_TYPE) {
        descriptors.add(text(second[i]));
      } else if (tags[i] == METHOD_TYPE) {
        descriptors.add(text(first[i]));
      }
    }
    return descriptors;
  }

  /** The members that are used, as {@code package.Class.name}. */
  Set<String> members() throws IOException {
    Set<String> members = new TreeSet<>();
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] == FIELD || tags[i] == METHOD || tags[i] == INTERFACE_METHOD) {
        String owner = className(first[i]).replace('/', '.');
        members.add(owner + "." + text(first[require(second[i], NAME_AND_TYPE)]));
      }
    }
    return members;
  }

  private int require(int index, int tag) throws IOException {
    if (index <= 0 || index >= tags.length || tags[index] != tag) {
      throw new IOException("no constant of kind " + tag + " at " + index);
    }
    return index;
  }
}
