package gradus.harness.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A short name for everything a cached thing was made from. */
final class Fingerprint {
  private static final int BYTES = 8;

  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  Fingerprint with(byte[] content) {
    digest.update((content.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(content);
    return this;
  }

  Fingerprint with(String text) {
    return with(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file's bytes, or those of every file in a folder with their names. */
  Fingerprint with(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return with(Files.readAllBytes(path));
    }
    for (Path file : filesOf(path)) {
      with(path.relativize(file).toString()).with(Files.readAllBytes(file));
    }
    return this;
  }

  /** The files below a folder, in an order that does not depend on the disk. */
  static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }
}
