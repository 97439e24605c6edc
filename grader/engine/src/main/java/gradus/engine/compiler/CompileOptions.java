package gradus.engine.compiler;

import gradus.engine.compiler.code.CodeFlags;
import gradus.engine.compiler.source.SourceLines;

/**
 * How to compile a text.
 *
 * @param filename what {@code co_filename} and errors say
 * @param flags the future features in force around the text, bits of {@link CodeFlags}; the
 *     features of a caller that wants {@code dont_inherit} are left out by the caller
 * @param optimize 0; 1 leaves out asserts, 2 docstrings as well
 * @param lines where errors quote lines from: CPython looks for a file of that name
 * @param recursionDepth how many Python frames are active
 * @param recursionLimit what {@code sys.getrecursionlimit} says
 */
public record CompileOptions(
    String filename,
    CompileMode mode,
    int flags,
    int optimize,
    SourceLines lines,
    int recursionDepth,
    int recursionLimit) {
  private static final int DEFAULT_RECURSION_LIMIT = 1000;

  /** A module compiled by a fresh interpreter. */
  public static CompileOptions of(String filename) {
    return new CompileOptions(
        filename, CompileMode.EXEC, 0, 0, SourceLines.none(), 1, DEFAULT_RECURSION_LIMIT);
  }

  /** The same in another mode. */
  public CompileOptions with(CompileMode newMode) {
    return new CompileOptions(
        filename, newMode, flags, optimize, lines, recursionDepth, recursionLimit);
  }

  /** The same with future features in force. */
  public CompileOptions withFlags(int newFlags) {
    int kept = newFlags & CodeFlags.FUTURE_MASK;
    return new CompileOptions(
        filename, mode, kept, optimize, lines, recursionDepth, recursionLimit);
  }

  /** The same at another level of optimisation. */
  public CompileOptions withOptimize(int level) {
    return new CompileOptions(filename, mode, flags, level, lines, recursionDepth, recursionLimit);
  }

  /** The same with a file that errors can quote. */
  public CompileOptions withLines(SourceLines newLines) {
    return new CompileOptions(
        filename, mode, flags, optimize, newLines, recursionDepth, recursionLimit);
  }

  /** The same within a running program. */
  public CompileOptions withRecursion(int depth, int limit) {
    return new CompileOptions(filename, mode, flags, optimize, lines, depth, limit);
  }
}
