package gradus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.engine.layout.ObjectLayout;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ints have the bytes that ctypes found in a real CPython 3.6; the layouts do not differ for them.
 */
class IntFactsTests {

  @ParameterizedTest
  @ValueSource(strings = {"vanilla", "aligned16"})
  void every_byte_is_the_same(String layout) {
    Engine engine =
        Engine.builder()
            .layout(layout.equals("vanilla") ? ObjectLayout.VANILLA : ObjectLayout.ALIGNED16)
            .build();
    for (String[] row : Facts.rows("int-bytes-3.6.txt")) {
      PyInt made = engine.newInt(new BigInteger(row[0]));
      byte[] bytes = made.bytes();

      assertThat(made.sizeof()).as(row[0]).isEqualTo(Long.parseLong(row[1]));
      assertThat(row[2].equals("static") ? "static" : "" + Symbols.word(bytes, 0))
          .isEqualTo(row[2]);
      assertThat(made.typeName()).isEqualTo(row[3]);
      assertThat("" + Symbols.word(bytes, 16)).isEqualTo(row[4]);
      assertThat(Symbols.hex(bytes, 24)).isEqualTo(row[5]);
      assertThat(made.value()).isEqualTo(row[0]);
      assertThat(made.repr()).isEqualTo(row[0]);
    }
  }

  @Test
  void types_describe_their_instances_the_same_way() {
    Engine engine = Engine.create();
    for (String[] row : Facts.rows("types-3.6.txt")) {
      var type = engine.type(row[0]).struct();

      assertThat(engine.type(row[0]).repr()).isEqualTo("<class '" + row[0] + "'>");
      assertThat(type.get("tp_basicsize")).isEqualTo(Long.parseLong(row[1]));
      assertThat(type.get("tp_itemsize")).isEqualTo(Long.parseLong(row[2]));
      assertThat(type.get("tp_flags")).as(row[0]).isEqualTo(Long.parseLong(row[3]));
      assertThat(type.get("tp_dictoffset")).isEqualTo(Long.parseLong(row[4]));
      assertThat(type.get("tp_weaklistoffset")).isEqualTo(Long.parseLong(row[5]));
      assertThat(type.get("tp_base"))
          .isEqualTo(row[6].equals("-") ? 0 : engine.type(row[6]).address());
    }
  }
}
