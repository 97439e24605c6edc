/** What {@code lesson.yaml} says: a lesson's tasks, points, needs, limits. */
package gradus.harness.lesson;
