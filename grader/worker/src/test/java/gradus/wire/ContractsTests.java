package gradus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import lessons.zoo.Zoo;
import org.junit.jupiter.api.Test;

class ContractsTests {
  interface WithMap {
    Map<String, String> map();
  }

  interface WithArrayOfLists {
    List<String>[] lists();
  }

  interface WithOpenSealed {
    Opened opened();
  }

  sealed interface Opened permits Opening {}

  static final class Opening implements Opened {}

  interface Narrowed extends Wide {
    @Override
    Zoo.Circle shape();
  }

  interface Wide {
    Zoo.Shape shape();
  }

  @Test
  void hold_every_type_that_is_reached() {
    assertThat(Contracts.of(List.of(Zoo.class)).names())
        .startsWith(Zoo.class.getName())
        .contains(
            Zoo.Circle.class.getName(),
            Zoo.Corner.class.getName(),
            Zoo.Cage.class.getName(),
            Zoo.Numbers.class.getName(),
            LongUnaryOperator.class.getName())
        .doesNotContain(Zoo.Shape.class.getName());
  }

  @Test
  void are_the_same_at_the_other_end() {
    Contracts here = Contracts.of(List.of(Zoo.class));
    Contracts there = Contracts.named(here.names(), Zoo.class.getClassLoader());
    assertThat(there.names()).isEqualTo(here.names());
    assertThat(there.fingerprint()).isEqualTo(here.fingerprint());
    assertThat(Contracts.of(List.of(Zoo.Cage.class)).fingerprint())
        .isNotEqualTo(here.fingerprint());
  }

  @Test
  void refuse_types_that_cannot_cross_and_say_where() {
    for (Class<?> contract :
        List.of(WithMap.class, WithArrayOfLists.class, WithOpenSealed.class, Override.class)) {
      assertThatThrownBy(() -> Contracts.of(List.of(contract)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cannot cross the wire");
    }
    assertThatThrownBy(() -> Contracts.of(List.of(WithMap.class)))
        .hasMessageStartingWith(
            "gradus.wire.ContractsTests$WithMap.map uses java.util.Map, which cannot cross");
  }

  @Test
  void take_a_functional_interface_of_the_jdk() {
    assertThat(Contracts.of(List.of(Comparator.class)).names())
        .containsExactly("java.util.Comparator");
    assertThatThrownBy(() -> Contracts.of(List.of(List.class)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void number_a_method_once_however_often_it_is_declared() {
    assertThat(InterfaceMethods.of(Narrowed.class))
        .singleElement()
        .extracting(method -> (Object) method.getReturnType())
        .isEqualTo(Zoo.Circle.class);
  }

  @Test
  void must_be_found_and_be_interfaces() {
    assertThatThrownBy(() -> Contracts.named(List.of("gradus.No"), getClass().getClassLoader()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the contract gradus.No cannot be found");
    Contracts contracts = Contracts.of(List.of(Zoo.class));
    assertThatThrownBy(() -> contracts.contract(Zoo.Point.class))
        .hasMessage("lessons.zoo.Zoo$Point is not an interface");
  }
}
