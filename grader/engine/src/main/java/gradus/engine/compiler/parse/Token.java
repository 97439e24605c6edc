package gradus.engine.compiler.parse;

/**
 * A token: where it stands in the source, and the line the reader had reached at its end.
 *
 * @param start the index of its first byte; -1 for a token without text
 */
record Token(NodeType type, int start, int end, int lineno) {}
