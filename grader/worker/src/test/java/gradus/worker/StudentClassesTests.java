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

  @TempDir Path folder;
  private StudentClasses classes;

  /** All that is on the class path but the student's class. */
  private static final class Kit extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(KEEPER)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  @BeforeEach
  void pack() throws IOException {
    Path jar = folder.resolve("student.jar");
    String file = KEEPER.replace('.', '/') + ".class";
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
        InputStream in = getClass().getClassLoader().getResourceAsStream(file)) {
      out.putNextEntry(new ZipEntry(file));
      in.transferTo(out);
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
  void are_others_after_each_check() throws ClassNotFoundException {
    Class<?> before = classes.named(KEEPER);
    classes.renew();
    assertThat(classes.named(KEEPER)).isNotSameAs(before);
  }

  @Test
  void are_only_those_of_the_jar() {
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> classes.named("lessons.zoo.Nobody"));
  }
}
