package gradus.suites;

import gradus.harness.lesson.Lesson;
import gradus.harness.lesson.Lessons;
import java.util.stream.Stream;

/** The lessons there are; tests that hold for every lesson take them from here. */
final class Course {
  private Course() {}

  static Stream<Lesson> lessons() {
    return Lessons.load(Tree.ROOT.resolve("exercises")).stream();
  }

  /** The identifiers of all lessons, for parameterised tests. */
  static Stream<String> ids() {
    return lessons().map(Lesson::id);
  }
}
