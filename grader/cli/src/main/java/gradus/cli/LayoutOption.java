package gradus.cli;

import gradus.engine.layout.ObjectLayout;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Layouts of objects by their names. */
final class LayoutOption implements ITypeConverter<ObjectLayout> {
  static final String DESCRIPTION = "how objects are laid out: vanilla (the default) or aligned16";

  @Override
  public ObjectLayout convert(String name) {
    return switch (name) {
      case "vanilla" -> ObjectLayout.VANILLA;
      case "aligned16" -> ObjectLayout.ALIGNED16;
      default ->
          throw new TypeConversionException(
              "'%s' is neither vanilla nor aligned16".formatted(name));
    };
  }
}
