package gradus.harness.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** The jars of an image: copies, and folders packed. */
final class Jars {
  private static final String CLASS = ".class";

  /** Long past, so that a jar packed again from the same classes is the same file. */
  private static final FileTime PACKED = FileTime.fromMillis(1_000_000_000_000L);

  private Jars() {}

  /** Lays out a class path as jars named by their place in it. */
  static List<Path> layOut(List<Path> classPath, Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path entry : classPath) {
      Path jar = folder.resolve(jars.size() + ".jar");
      if (Files.isDirectory(entry)) {
        pack(entry, jar);
      } else {
        Files.copy(entry, jar);
      }
      Files.setLastModifiedTime(jar, PACKED);
      jars.add(jar);
    }
    return jars;
  }

  private static void pack(Path folder, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path member : Fingerprint.filesOf(folder)) {
        JarEntry entry = new JarEntry(folder.relativize(member).toString());
        entry.setLastModifiedTime(PACKED);
        out.putNextEntry(entry);
        Files.copy(member, out);
      }
    }
  }

  /** Every class of a jar, as a list of classes to archive names them. */
  static List<String> classesOf(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(CLASS) && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - CLASS.length()))
          .toList();
    }
  }
}
