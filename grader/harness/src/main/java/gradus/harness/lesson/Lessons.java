package gradus.harness.lesson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads the lessons of the course. */
public final class Lessons {
  private static final String FILE = "lesson.yaml";
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Lessons() {}

  /**
   * Reads every lesson of a folder: each sub-folder that holds a {@code lesson.yaml}, by name.
   *
   * @throws LessonException if there is none, or one breaks a rule
   */
  public static List<Lesson> load(Path exercises) {
    try (Stream<Path> folders = Files.list(exercises)) {
      List<Lesson> lessons =
          folders
              .filter(folder -> Files.isRegularFile(folder.resolve(FILE)))
              .sorted()
              .map(Lessons::loadOne)
              .toList();
      if (lessons.isEmpty()) {
        throw new LessonException(exercises + " holds no lesson: no folder has a " + FILE + ".");
      }
      return lessons;
    } catch (IOException | UncheckedIOException e) {
      throw new LessonException("The lessons in " + exercises + " cannot be read: " + e + ".");
    }
  }

  /**
   * Reads the lesson of one folder.
   *
   * @throws LessonException if its {@code lesson.yaml} cannot be read or breaks a rule
   */
  public static Lesson loadOne(Path folder) {
    String name = String.valueOf(folder.getFileName());
    String where = name + "/" + FILE;
    try {
      LessonFile file = YAML.readValue(Files.readString(folder.resolve(FILE)), LessonFile.class);
      return new LessonReader(where).read(file, name);
    } catch (JsonProcessingException e) {
      throw new LessonException(where + ": " + inWords(e) + ".");
    } catch (IOException e) {
      throw new LessonException(where + " cannot be read: " + e.getMessage() + ".");
    }
  }

  private static String inWords(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "there is no field " + unknown.getPropertyName();
    }
    String what = e.getOriginalMessage().lines().findFirst().orElse("no YAML");
    return e.getLocation() == null ? what : what + ", line " + e.getLocation().getLineNr();
  }
}
