/** The trusted side of a grading: from a folder of student sources to a {@code GradingResult}. */
package gradus.harness;
