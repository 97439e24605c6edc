package gradus.harness.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ForbiddenApisTests {
  static final class User {
    private static final long LARGE = 1L << 40;
    private Map.Entry<String, Integer>[] declaredOnly;

    static Object use(int[] from) {
      List<Object> list = new ArrayList<>();
      Supplier<String> lambda = () -> "joined " + from.length + LARGE + 0.5 + 1.5f + 70_000;
      list.add(lambda);
      return Arrays.copyOf(from, 3);
    }

    record Pair(int a, int b) {}
  }

  private static byte[] bytesOf(Class<?> type) throws IOException {
    String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static List<String> found(String pattern) throws IOException {
    return new ForbiddenApis(List.of(pattern))
        .uses(bytesOf(User.class)).stream().map(ForbiddenApis.Use::reference).toList();
  }

  @Nested
  class A_pattern {
    @Test
    void that_is_a_class_finds_it_and_its_members() throws IOException {
      assertThat(found("java.util.ArrayList"))
          .containsExactly("java.util.ArrayList", "java.util.ArrayList.<init>");
    }

    @Test
    void that_is_a_member_finds_that_alone() throws IOException {
      assertThat(found("java.util.Arrays.copyOf")).containsExactly("java.util.Arrays.copyOf");
      assertThat(found("java.util.Arrays.sort")).isEmpty();
    }

    @Test
    void that_is_a_package_finds_all_in_it() throws IOException {
      assertThat(found("java.util.*"))
          .contains("java.util.ArrayList", "java.util.function.Supplier");
    }

    @Test
    void finds_what_is_only_declared() throws IOException {
      assertThat(found("java.util.Map")).contains("java.util.Map$Entry");
    }

    @Test
    void does_not_find_names_that_only_begin_alike() throws IOException {
      assertThat(found("java.util.Array")).isEmpty();
    }

    @Test
    void does_not_find_what_javac_writes_by_itself() throws IOException {
      assertThat(found("java.lang.invoke.*")).isEmpty();
      assertThat(new ForbiddenApis(List.of("java.lang.runtime.*")).uses(bytesOf(User.Pair.class)))
          .isEmpty();
    }
  }

  @Test
  void all_classes_are_searched() throws IOException {
    assertThat(
            new ForbiddenApis(List.of("java.util.Arrays.copyOf"))
                .uses(List.of(bytesOf(getClass()), bytesOf(User.class))))
        .containsExactly(new ForbiddenApis.Use(User.class.getName(), "java.util.Arrays.copyOf"));
  }

  @Nested
  class A_class_file {
    @Test
    void with_an_unknown_constant_is_refused() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(0xCAFEBABE);
      out.writeInt(61);
      out.writeShort(2);
      out.writeByte(2);
      assertThatThrownBy(() -> ClassFile.read(bytes.toByteArray()))
          .hasMessage("unknown constant 2");
    }

    @Test
    void whose_indices_lead_astray_is_refused() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(0xCAFEBABE);
      out.writeInt(61);
      out.writeShort(2);
      out.writeByte(7);
      out.writeShort(99);
      out.writeShort(0);
      out.writeShort(1);
      assertThatThrownBy(() -> ClassFile.read(bytes.toByteArray()))
          .hasMessageStartingWith("no constant of kind");
    }
  }
}
