package gradus.cli;

import gradus.harness.sandbox.SandboxMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --sandbox auto}. */
final class SandboxOption implements ITypeConverter<SandboxMode> {
  @Override
  public SandboxMode convert(String text) {
    return Arrays.stream(SandboxMode.values())
        .filter(mode -> word(mode).equals(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of " + words()));
  }

  private static String words() {
    return Arrays.stream(SandboxMode.values())
        .map(SandboxOption::word)
        .collect(Collectors.joining(", "));
  }

  private static String word(SandboxMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
