package gradus.engine.compiler.ast;

/**
 * Where a construct begins.
 *
 * @param lineno counted from 1
 * @param column in bytes of UTF-8 from the start of the line; -1 where CPython does not know
 */
public record Position(int lineno, int column) {}
