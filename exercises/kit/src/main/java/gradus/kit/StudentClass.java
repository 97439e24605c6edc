package gradus.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names, on a contract, the class in which a student implements it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StudentClass {
  /** The class's binary name, such as {@code lessons.dynamicarrays.Ledger}. */
  String value();
}
