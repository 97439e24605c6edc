package gradus.harness.suite;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the hidden suite of a lesson.
 *
 * <pre>{@code
 * @Lesson("dynamic-arrays")
 * final class DynamicArraySuite {
 *
 *   @Task("array")
 *   @Check(value = "keeps the capacity CPython keeps", points = 10)
 *   void follows_cpythons_list(Student student, Runs runs) {
 *     runs.compare(
 *             () -> student.make(DynamicArray.class, CPYTHON_36), () -> EngineArray.of(CPYTHON_36))
 *         .call("append", anyLong(), DynamicArray::append)
 *         .call("pop", DynamicArray::pop)
 *         .call("get", anyIndex(DynamicArray::size), DynamicArray::get)
 *         .observe("size", DynamicArray::size)
 *         .observe("allocated", DynamicArray::allocated)
 *         .draw(ListPicture::of)
 *         .run();
 *   }
 *
 *   @Task("array")
 *   @Check(value = "an empty array reserves nothing", points = 5)
 *   void starts_empty(Student student) {
 *     DynamicArray array = student.make(DynamicArray.class, CPYTHON_36);
 *     expect("new DynamicArray(CPYTHON_36).allocated()", 0, array::allocated);
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Lesson {
  /** The lesson's folder name, which is its {@code id} in {@code lesson.yaml}. */
  String value();
}
