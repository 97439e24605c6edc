package gradus.engine.compiler.ast;

import java.util.List;
import java.util.Optional;

/**
 * The parameters of a function.
 *
 * @param defaults of the last positional parameters
 * @param keywordDefaults one a keyword-only parameter, empty where it has none
 */
public record Arguments(
    List<Parameter> positional,
    Optional<Parameter> rest,
    List<Parameter> keywordOnly,
    List<Optional<Expr>> keywordDefaults,
    Optional<Parameter> restKeywords,
    List<Expr> defaults) {

  public static final Arguments NONE =
      new Arguments(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), List.of());
}
