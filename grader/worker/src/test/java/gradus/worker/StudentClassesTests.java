package gradus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import lessons.zoo.Zoo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudentClassesTests {
  private static final String KEEPER = "lessons.zoo.Keeper";
  private static final String WITH_A_STATIC_FIELD = "lessons.zoo.Troublemaker";

  private StudentClasses classes;

  /** All that is on the class path but the student's classes. */
  private static final class Kit extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(KEEPER) || name.equals(WITH_A_STATIC_FIELD)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  @BeforeEach
  void hand_over() throws IOException {
    classes = new StudentClasses(new Kit());
    assertThat(classes.add(Map.of(KEEPER.replace('.', '/'), file(KEEPER)))).isEqualTo(1);
    String other = WITH_A_STATIC_FIELD.replace('.', '/');
    assertThat(classes.add(Map.of(other, file(WITH_A_STATIC_FIELD)))).isEqualTo(2);
  }

  private static byte[] file(String name) throws IOException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = Zoo.class.getClassLoader().getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  @Test
  void are_those_that_were_handed_over() throws ClassNotFoundException {
    assertThat(classes.named(KEEPER)).isNotNull().isSameAs(classes.named(KEEPER));
  }

  @Test
  void share_the_contracts_with_the_worker() throws ClassNotFoundException {
    assertThat(Zoo.class).isAssignableFrom(classes.named(KEEPER));
  }

  @Test
  void are_others_after_a_check_if_one_has_a_static_field() throws ClassNotFoundException {
    Class<?> keeper = classes.named(KEEPER);
    Class<?> before = classes.named(WITH_A_STATIC_FIELD);
    classes.renew();
    assertThat(classes.named(WITH_A_STATIC_FIELD)).isNotSameAs(before);
    assertThat(classes.named(KEEPER)).isNotSameAs(keeper);
  }

  @Test
  void stay_if_none_can_remember_anything() throws ClassNotFoundException {
    Class<?> before = classes.named(KEEPER);
    classes.renew();
    assertThat(classes.named(KEEPER)).isSameAs(before);
  }

  @Test
  void are_no_others() {
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> classes.named("lessons.zoo.Nobody"));
  }
}
