/** What is taken from a submission: the lessons' sources, and nothing else. */
@NullMarked
package gradus.harness.submission;

import org.jspecify.annotations.NullMarked;
