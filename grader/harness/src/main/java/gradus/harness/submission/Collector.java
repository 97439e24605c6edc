package gradus.harness.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one lesson's sources, within bounds and without following a link. */
final class Collector {
  static final int FILES = 1_000;
  static final int FILE_BYTES = 1 << 20;
  static final int TOTAL_BYTES = 8 << 20;

  /** Files of any kind looked at: a tree of millions must not hold the grading up. */
  static final int LOOKS = 20_000;

  private static final int DEPTH = 32;
  private static final Pattern FOLDER =
      Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");
  private static final Pattern SOURCE = Pattern.compile("(" + FOLDER + "|package-info)\\.java");

  private final String lesson;
  private final Path root;
  private final List<String> notes;
  private final List<SourceFile> sources = new ArrayList<>();
  private final List<SourceFault> faults = new ArrayList<>();
  private int looks;
  private int bytes;
  private int passedOver;

  Collector(Path directory, String lesson, List<String> notes) {
    this.lesson = lesson;
    this.root = directory.resolve(lesson).resolve("src").resolve("main").resolve("java");
    this.notes = notes;
  }

  SubmittedLesson collect() {
    walk(root, "", 0);
    if (passedOver > 0) {
      notes.add(
          "%s: %d %s in src/main/java passed over (not a Java source, or beyond %,d files)"
              .formatted(lesson, passedOver, passedOver == 1 ? "file" : "files", FILES));
    }
    return new SubmittedLesson(lesson, sources, faults);
  }

  private void walk(Path folder, String prefix, int depth) {
    for (Path entry : entriesOf(folder, prefix)) {
      String name = entry.getFileName().toString();
      if (isRealDirectory(entry)) {
        if (depth < DEPTH && FOLDER.matcher(name).matches()) {
          walk(entry, prefix + name + "/", depth + 1);
        } else {
          passedOver++;
        }
      } else if (SOURCE.matcher(name).matches() && sources.size() + faults.size() < FILES) {
        take(entry, prefix + name);
      } else {
        passedOver++;
      }
    }
  }

  /** In the order of their names, so that a bound always leaves out the same files. */
  private List<Path> entriesOf(Path folder, String prefix) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
      for (Path entry : listing) {
        if (++looks > LOOKS) {
          break;
        }
        entries.add(entry);
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      notes.add("%s: the folder src/main/java/%s cannot be read".formatted(lesson, prefix));
    }
    entries.sort(null);
    return entries;
  }

  private static boolean isRealDirectory(Path entry) {
    return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
  }

  private void take(Path file, String path) {
    try {
      String reason = refusal(file);
      if (reason.isEmpty()) {
        sources.add(new SourceFile(path, decode(read(file))));
      } else {
        faults.add(new SourceFault(path, reason));
      }
    } catch (CharacterCodingException notUtf8) {
      faults.add(new SourceFault(path, "is not UTF-8 text: save it in that encoding"));
    } catch (IOException unreadable) {
      faults.add(new SourceFault(path, "cannot be read: check its permissions"));
    }
  }

  private String refusal(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isSymbolicLink()) {
      return "is a link, which is not followed: put the file itself there";
    }
    if (!attributes.isRegularFile()) {
      return "is not a regular file: put a source file there";
    }
    if (attributes.size() > FILE_BYTES) {
      return "is larger than 1 MiB: make it smaller";
    }
    if (bytes + attributes.size() > TOTAL_BYTES) {
      return "takes the lesson's sources over 8 MiB: make them smaller";
    }
    return "";
  }

  private byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] content = in.readNBytes(FILE_BYTES);
      bytes += content.length;
      return content;
    }
  }

  private static String decode(byte[] content) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
  }
}
