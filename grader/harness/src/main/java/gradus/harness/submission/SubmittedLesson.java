package gradus.harness.submission;

import java.util.List;

/**
 * The sources of one lesson.
 *
 * @param lesson the lesson's id, which is also its folder's name
 * @param sources in the order of their paths
 * @param faults the files that look like sources and could not be taken
 */
public record SubmittedLesson(String lesson, List<SourceFile> sources, List<SourceFault> faults) {
  public SubmittedLesson {
    sources = List.copyOf(sources);
    faults = List.copyOf(faults);
  }
}
