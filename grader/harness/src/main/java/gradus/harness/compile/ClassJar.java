package gradus.harness.compile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes classes into a jar: unlike a folder it keeps any name a class can have, on any file system
 * and in any locale.
 */
final class ClassJar {
  private ClassJar() {}

  static void write(Map<String, byte[]> classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> one : classes.entrySet()) {
        out.putNextEntry(stored(one.getKey() + ".class", one.getValue()));
        out.write(one.getValue());
      }
    }
  }

  private static ZipEntry stored(String name, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    entry.setTime(0);
    return entry;
  }
}
