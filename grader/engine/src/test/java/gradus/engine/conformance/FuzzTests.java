package gradus.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.engine.conformance.FuzzInputs.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FuzzTests {

  private static final int COMPILED = 4_000;
  private static final int RUN = 80;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatever_the_input_no_fault_of_ours_shows(Kind kind) throws IOException {
    FuzzInputs inputs = Fuzz.inputs(Path.of("conformance").toAbsolutePath());
    for (int seed = 0; seed < (kind.runs() ? RUN : COMPILED); seed++) {
      byte[] input = inputs.make(kind, new Random(seed));
      assertThat(FuzzCheck.faultHere(input, kind.runs())).as("seed %d", seed).isEmpty();
    }
  }
}
