package gradus.kit.score;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the task of {@code lesson.yaml} that a class of visible tests belongs to. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Task {
  /** The task's {@code id} in {@code lesson.yaml}. */
  String value();
}
