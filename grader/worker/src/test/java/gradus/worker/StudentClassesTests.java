package gradus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lessons.zoo.Zoo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudentClassesTests {
  private static final String KEEPER = "lessons.zoo.Keeper";
  private static final String WITH_A_STATIC_FIELD = "lessons.zoo.Troublemaker";

  @TempDir Path folder;
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
  void pack() throws IOException {
    Path jar = folder.resolve("student.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name : new String[] {KEEPER, WITH_A_STATIC_FIELD}) {
        String file = name.replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(file));
        try (InputStream in = getClass().getClassLoader().getResourceAsStream(file)) {
          in.transferTo(out);
        }
      }
    }
    classes = StudentClasses.in(jar, new Kit());
  }

  @Test
  void come_from_the_jar() throws ClassNotFoundException {
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
  void are_only_those_of_the_jar() {
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> classes.named("lessons.zoo.Nobody"));
  }
}
