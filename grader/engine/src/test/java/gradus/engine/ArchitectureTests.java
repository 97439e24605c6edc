package gradus.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "gradus.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

  private static final String ENGINE = "gradus.engine";

  /**
   * Each layer knows those below it. The vm alone takes what the compiler makes: code as immutable
   * records.
   */
  @ArchTest
  static final ArchRule layers_know_only_those_below =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("memory")
          .definedBy(ENGINE + ".memory..")
          .layer("layout")
          .definedBy(ENGINE + ".layout..")
          .layer("process")
          .definedBy(ENGINE + ".process..")
          .layer("object")
          .definedBy(ENGINE + ".object..")
          .layer("builtin")
          .definedBy(ENGINE + ".builtin..")
          .layer("compiler")
          .definedBy(ENGINE + ".compiler..")
          .layer("translate")
          .definedBy(ENGINE + ".translate..")
          .layer("vm")
          .definedBy(ENGINE + ".vm..")
          .layer("lib")
          .definedBy(ENGINE + ".lib..")
          .layer("embedding")
          .definedBy(ENGINE)
          .whereLayer("embedding")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("lib")
          .mayOnlyBeAccessedByLayers("embedding")
          .whereLayer("vm")
          .mayOnlyBeAccessedByLayers("lib", "embedding")
          .whereLayer("translate")
          .mayOnlyBeAccessedByLayers("vm")
          .whereLayer("compiler")
          .mayOnlyBeAccessedByLayers("translate", "vm", "lib", "embedding")
          .whereLayer("builtin")
          .mayOnlyBeAccessedByLayers("vm", "lib", "embedding")
          .whereLayer("object")
          .mayOnlyBeAccessedByLayers("builtin", "vm", "lib", "embedding")
          .whereLayer("process")
          .mayOnlyBeAccessedByLayers("embedding")
          .whereLayer("layout")
          .mayOnlyBeAccessedByLayers("process", "object", "builtin", "vm", "lib", "embedding")
          .whereLayer("memory")
          .mayOnlyBeAccessedByLayers(
              "layout", "process", "object", "builtin", "vm", "lib", "embedding");

  @ArchTest
  static final ArchRule the_compiler_stands_apart =
      noClasses()
          .that()
          .resideInAPackage(ENGINE + ".compiler..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ENGINE,
              ENGINE + ".memory..",
              ENGINE + ".layout..",
              ENGINE + ".object..",
              ENGINE + ".builtin..",
              ENGINE + ".vm..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule the_translator_knows_bytecode_alone =
      noClasses()
          .that()
          .resideInAPackage(ENGINE + ".translate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ENGINE,
              ENGINE + ".memory..",
              ENGINE + ".layout..",
              ENGINE + ".object..",
              ENGINE + ".builtin..",
              ENGINE + ".vm..",
              ENGINE + ".lib..");

  /**
   * ASM is what the translated tier writes class files with; JSpecify's annotations leave no trace
   * at run time.
   */
  @ArchTest
  static final ArchRule nothing_else_is_needed =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "gradus.engine..", "java..", "org.objectweb.asm..", "org.jspecify.annotations..");

  /** The core is meant to run in places that have neither. */
  @ArchTest
  static final ArchRule the_core_needs_no_reflection_and_no_files =
      noClasses()
          .that()
          .resideInAnyPackage(
              ENGINE + ".memory..",
              ENGINE + ".layout..",
              ENGINE + ".process..",
              ENGINE + ".object..",
              ENGINE + ".builtin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.lang.reflect..", "java.io..", "java.nio.file..")
          .because("plain Java can be compiled for a browser");

  @ArchTest
  static final ArchRule public_inside_means_used_by_another_package =
      classes()
          .that()
          .arePublic()
          .and()
          .resideOutsideOfPackages(
              ENGINE,
              ENGINE + ".memory",
              ENGINE + ".layout",
              ENGINE + ".process",
              ENGINE + ".process.elf",
              ENGINE + ".compiler",
              ENGINE + ".compiler.code",
              ENGINE + ".compiler.listing",
              ENGINE + ".compiler.source")
          .and()
          .doNotHaveSimpleName("package-info")
          .and()
          // A lambda of such a type leaves no trace of it in the class that has it.
          .areNotAnnotatedWith(FunctionalInterface.class)
          .and(
              // The compiler puts a constant's value where the constant is used.
              DescribedPredicate.describe(
                  "do more than hold constants", type -> !type.getMethods().isEmpty()))
          .should(
              ArchCondition.from(
                  DescribedPredicate.describe(
                      "be used by another package",
                      type ->
                          type.getDirectDependenciesToSelf().stream()
                              .map(use -> use.getOriginClass().getPackageName())
                              .anyMatch(user -> !user.equals(type.getPackageName())))))
          .because("what module-info does not export is public only for the layers above");
}
