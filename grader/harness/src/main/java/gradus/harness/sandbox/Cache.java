package gradus.harness.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder of things that are slow to make: each is made once, under a name that says from what.
 *
 * <p>An entry is built aside and moved into place, so nobody sees half of one; a list of its files
 * and their sizes comes last, and an entry that no longer matches its list is made again.
 */
final class Cache {
  private static final String LIST = "files";
  private static final Duration UNUSED = Duration.ofDays(30);

  private static final Map<Path, Object> LOCKS = new ConcurrentHashMap<>();

  private final Path root;

  Cache(Path root) {
    this.root = root;
  }

  /** Lays out an entry in a fresh folder. */
  interface Builder {
    void build(Path folder) throws IOException, InterruptedException;
  }

  /**
   * The cache of this user: {@code $XDG_CACHE_HOME/gradus}, or {@code ~/.cache/gradus}; the
   * superuser's is below {@code /var/cache}, because other users, as whom its sandboxes run, cannot
   * pass through the superuser's home.
   */
  static Path standard(Map<String, String> environment, boolean superuser) {
    String named = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!named.isEmpty()) {
      return Path.of(named, "gradus");
    }
    return superuser
        ? Path.of("/var/cache/gradus")
        : Path.of(System.getProperty("user.home"), ".cache", "gradus");
  }

  /**
   * The folder of an entry, built first if it is not there in full.
   *
   * @throws SandboxFault if it cannot be written
   */
  Path entry(String name, Builder builder) {
    Path folder = root.resolve(name);
    try {
      // A file's lock holds off other processes, not this one's other threads.
      synchronized (LOCKS.computeIfAbsent(folder, any -> new Object())) {
        if (!intact(folder)) {
          Files.createDirectories(root);
          buildLocked(name, folder, builder);
        }
      }
      touch(folder);
      return folder;
    } catch (UncheckedIOException e) {
      throw cannotWrite(Scratch.reason(e), e);
    } catch (IOException e) {
      throw cannotWrite(Scratch.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxFault("interrupted while building " + name, e);
    }
  }

  private SandboxFault cannotWrite(String reason, Exception cause) {
    return new SandboxFault(
        "cannot write the cache %s (%s): free some space or set XDG_CACHE_HOME"
            .formatted(root, reason),
        cause);
  }

  private void buildLocked(String name, Path folder, Builder builder)
      throws IOException, InterruptedException {
    Path lockFile = root.resolve(name + ".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assert lock.isValid();
      if (!intact(folder)) {
        build(name, folder, builder);
        prune(kind(name));
      }
    }
  }

  private void build(String name, Path folder, Builder builder)
      throws IOException, InterruptedException {
    Path aside = Files.createDirectory(root.resolve(name + "." + System.nanoTime() + ".tmp"));
    try {
      builder.build(aside);
      Files.write(aside.resolve(LIST), listOf(aside));
      Scratch.delete(folder);
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Scratch.delete(aside);
    }
  }

  private static boolean intact(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    return Files.isReadable(list) && Files.readAllLines(list).equals(listOf(folder));
  }

  private static List<String> listOf(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<String> lines = new ArrayList<>();
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.endsWith(LIST)) {
          lines.add(Files.size(file) + " " + folder.relativize(file));
        }
      }
      return lines;
    }
  }

  private static void touch(Path folder) {
    try {
      Files.setLastModifiedTime(folder.resolve(LIST), FileTime.from(Instant.now()));
    } catch (IOException readOnly) {
      // A cache that was made beforehand and cannot be written serves as well.
    }
  }

  /** Entries of the same kind that nobody has used for a month: jars change with every build. */
  private void prune(String kind) throws IOException {
    Instant limit = Instant.now().minus(UNUSED);
    try (Stream<Path> entries = Files.list(root)) {
      for (Path entry : entries.filter(Files::isDirectory).toList()) {
        Path list = entry.resolve(LIST);
        if (kind(entry.getFileName().toString()).equals(kind)
            && Files.exists(list)
            && Files.getLastModifiedTime(list).toInstant().isBefore(limit)) {
          Scratch.delete(entry);
        }
      }
    }
  }

  private static String kind(String name) {
    return name.substring(0, name.lastIndexOf('-') + 1);
  }
}
