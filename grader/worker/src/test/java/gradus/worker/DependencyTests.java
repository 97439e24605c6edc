package gradus.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = {"gradus.wire", "gradus.worker"},
    importOptions = DoNotIncludeTests.class)
class DependencyTests {
  @ArchTest
  static final ArchRule the_worker_depends_on_nothing_but_the_jvm =
      classes()
          .that()
          .resideOutsideOfPackage("gradus.worker.compile..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("gradus.wire..", "gradus.worker", "java..")
          .because("it shares a JVM with student code");

  @ArchTest
  static final ArchRule the_compiling_process_depends_on_the_jdk_alone =
      classes()
          .that()
          .resideInAPackage("gradus.worker.compile..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "gradus.worker.compile..", "java..", "javax.tools..", "com.sun.source..")
          .because("it is cut by process, too");

  @ArchTest
  static final ArchRule the_wire_does_not_know_the_worker =
      classes()
          .that()
          .resideInAPackage("gradus.wire..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("gradus.wire..", "java..")
          .because("the trusted side uses it too");
}
