package gradus.engine.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.engine.compiler.listing.CodeJson;
import gradus.engine.compiler.listing.Disassembler;
import gradus.engine.conformance.CodeRows;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs with what CPython 3.6.15 compiles them to, recorded by conformance/record_cases.py. */
class CodeCasesTests {

  @ParameterizedTest
  @MethodSource("cases")
  void compiles_to_the_same_code_objects(Path source) throws IOException {
    List<String> expected = Files.readAllLines(beside(source, ".txt"), StandardCharsets.US_ASCII);
    assertThat(CodeRows.of(Files.readAllBytes(source), options(source)))
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void disassembles_to_the_same_listing(Path source) throws IOException {
    var code = Compiler.compile(Files.readAllBytes(source), options(source));
    assertThat(Disassembler.disassemble(code)).isEqualTo(Files.readString(beside(source, ".dis")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writes_json_with_every_code_object(Path source) throws IOException {
    var code = Compiler.compile(Files.readAllBytes(source), options(source));
    String json = CodeJson.write(code);
    long codes = json.lines().filter(line -> line.strip().startsWith("\"lnotab\": ")).count();
    assertThat(codes).isEqualTo(Files.readAllLines(beside(source, ".txt")).size());
  }

  static Stream<Path> cases() throws IOException, URISyntaxException {
    Path root = Path.of(CodeCasesTests.class.getResource("code").toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".py")).sorted().toList().stream();
    }
  }

  private static CompileOptions options(Path source) {
    return CompileOptions.of(source.getFileName().toString());
  }

  private static Path beside(Path source, String suffix) {
    String name = source.getFileName().toString();
    return source.resolveSibling(name.substring(0, name.length() - ".py".length()) + suffix);
  }
}
