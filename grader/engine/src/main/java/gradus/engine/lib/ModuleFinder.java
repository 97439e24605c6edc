package gradus.engine.lib;

import java.util.Optional;

/** Where modules written in Python are looked for: the port to the world outside. */
@FunctionalInterface
interface ModuleFinder {

  /** Finds nothing. */
  ModuleFinder NONE = (entry, name) -> Optional.empty();

  /**
   * The source of a module.
   *
   * @param entry an entry of {@code sys.path}, or of a package's {@code __path__}
   * @param name the last part of the module's name
   */
  Optional<ModuleSource> find(String entry, String name);
}
