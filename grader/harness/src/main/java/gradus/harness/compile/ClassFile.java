package gradus.harness.compile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little that is read of a class file without loading it: its name and what it refers to.
 *
 * @param name the binary name, with slashes
 * @param references the classes it names, with dots, and the members it uses, as {@code
 *     java.lang.System.arraycopy}
 * @param methods the names of its methods, in the order of the source
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">JVMS 4</a>
 */
public record ClassFile(String name, Set<String> references, List<String> methods) {
  private static final int MAGIC = 0xCAFEBABE;
  private static final Pattern CLASS_IN_DESCRIPTOR = Pattern.compile("L([^;<]+)[;<]");

  /**
   * Reads a class file.
   *
   * @throws IOException if it is not one
   */
  public static ClassFile read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a class file");
    }
    in.readInt(); // the version
    ConstantPool pool = ConstantPool.read(in);
    in.readUnsignedShort(); // the access flags
    String name = pool.className(in.readUnsignedShort());
    Set<String> references = new TreeSet<>();
    pool.classNames().forEach(one -> addClass(one, references));
    pool.descriptors().forEach(one -> addDescriptor(one, references));
    references.addAll(pool.members());
    in.readUnsignedShort(); // the superclass is in the pool as a class
    in.skipNBytes(2L * in.readUnsignedShort()); // and so are the interfaces
    readMembers(in, pool, references); // the fields
    return new ClassFile(name, references, readMembers(in, pool, references));
  }

  private static List<String> readMembers(
      DataInputStream in, ConstantPool pool, Set<String> references) throws IOException {
    List<String> names = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      in.readUnsignedShort(); // the access flags
      names.add(pool.text(in.readUnsignedShort()));
      addDescriptor(pool.text(in.readUnsignedShort()), references);
      skipAttributes(in);
    }
    return names;
  }

  private static void skipAttributes(DataInputStream in) throws IOException {
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      in.readUnsignedShort();
      in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
    }
  }

  /** A class constant names a class, or an array by its descriptor. */
  private static void addClass(String constant, Set<String> references) {
    if (constant.startsWith("[")) {
      addDescriptor(constant, references);
    } else {
      references.add(constant.replace('/', '.'));
    }
  }

  private static void addDescriptor(String descriptor, Set<String> references) {
    Matcher named = CLASS_IN_DESCRIPTOR.matcher(descriptor);
    while (named.find()) {
      references.add(named.group(1).replace('/', '.'));
    }
  }
}
