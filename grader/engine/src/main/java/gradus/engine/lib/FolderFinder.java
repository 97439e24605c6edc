package gradus.engine.lib;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds modules and packages as files, in some folders and those below them and nowhere else. */
final class FolderFinder implements ModuleFinder {

  private final Path root;
  private final List<Path> roots;

  /** Finds what lies below a folder, to which names are relative, and below others. */
  FolderFinder(Path root, Path... others) {
    this.root = root;
    roots = Stream.concat(Stream.of(root), Stream.of(others)).toList();
  }

  @Override
  public Optional<ModuleSource> find(String entry, String name) {
    try {
      Path inner = root.resolve(entry).resolve(name).normalize();
      return roots.stream().anyMatch(inner::startsWith) ? at(inner) : Optional.empty();
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static Optional<ModuleSource> at(Path inner) {
    Path init = inner.resolve("__init__.py");
    if (Files.isReadable(init)) {
      return Optional.of(new ModuleSource(init.toString(), read(init), inner.toString()));
    }
    Path file = inner.resolveSibling(inner.getFileName() + ".py");
    if (Files.isReadable(file) && Files.isRegularFile(file)) {
      return Optional.of(new ModuleSource(file.toString(), read(file), ""));
    }
    return Files.isDirectory(inner)
        ? Optional.of(new ModuleSource("", new byte[0], inner.toString()))
        : Optional.empty();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
