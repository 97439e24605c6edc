package gradus;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Which module may know which. The command line sees every module on its class path, so the rules
 * of the whole house are held here; each module holds its inner rules itself.
 */
@AnalyzeClasses(packages = "gradus", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseRulesTests {

  @ArchTest
  static final ArchRule the_kit_knows_nobody =
      classes()
          .that()
          .resideInAPackage("gradus.kit..")
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage("java..", "gradus.kit.."))
          .because("it is on the worker's class path, beside student code");

  @ArchTest
  static final ArchRule the_worker_knows_nobody =
      classes()
          .that()
          .resideInAnyPackage("gradus.wire..", "gradus.worker..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "javax.tools..",
                  "com.sun.source..",
                  "gradus.wire..",
                  "gradus.worker.."))
          .because("what shares a JVM with student code has no third-party dependency");

  @ArchTest
  static final ArchRule the_engine_knows_nobody =
      classes()
          .that()
          .resideInAPackage("gradus.engine..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..", "gradus.engine..", "org.objectweb.asm..", "org.jspecify.annotations.."))
          .because("it is an oracle of its own, and later runs in a browser");

  @ArchTest
  static final ArchRule the_harness_knows_neither_engine_nor_suites =
      noClasses()
          .that()
          .resideInAPackage("gradus.harness..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("gradus.engine..", "gradus.suites.."))
          .because("a grading takes its suites as arguments");

  @ArchTest
  static final ArchRule nobody_knows_the_command_line =
      noClasses()
          .that()
          .resideOutsideOfPackages("gradus.cli..", "gradus.bench..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("gradus.cli.."));

  @ArchTest
  static final ArchRule nobody_on_the_trusted_side_knows_student_code =
      noClasses()
          .should()
          .dependOnClassesThat(resideInAnyPackage("lessons.."))
          .because("a verdict is computed where student code has never been");
}
