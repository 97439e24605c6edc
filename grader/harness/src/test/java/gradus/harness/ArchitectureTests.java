package gradus.harness;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The packages of the harness follow the steps of a grading; no arrow runs back. */
@AnalyzeClasses(packages = "gradus", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
  @ArchTest
  static final ArchRule steps_know_only_earlier_steps =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("gradus.harness..")
          .layer("result")
          .definedBy("gradus.harness.result")
          .layer("lesson")
          .definedBy("gradus.harness.lesson")
          .layer("submission")
          .definedBy("gradus.harness.submission")
          .layer("sandbox")
          .definedBy("gradus.harness.sandbox")
          .layer("compile")
          .definedBy("gradus.harness.compile")
          .layer("remote")
          .definedBy("gradus.harness.remote")
          .layer("suite")
          .definedBy("gradus.harness.suite")
          .layer("runner")
          .definedBy("gradus.harness.runner")
          .layer("grader")
          .definedBy("gradus.harness")
          .whereLayer("grader")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("runner")
          .mayOnlyBeAccessedByLayers("grader")
          .whereLayer("suite")
          .mayOnlyBeAccessedByLayers("grader", "runner")
          .whereLayer("remote")
          .mayOnlyBeAccessedByLayers("grader", "runner", "suite")
          .whereLayer("compile")
          .mayOnlyBeAccessedByLayers("grader", "runner")
          .whereLayer("sandbox")
          .mayOnlyBeAccessedByLayers("grader", "runner", "compile")
          .whereLayer("submission")
          .mayOnlyBeAccessedByLayers("grader", "runner", "compile")
          .whereLayer("lesson")
          .mayOnlyBeAccessedByLayers("grader", "runner");

  @ArchTest
  static final ArchRule packages_form_no_circle =
      slices().matching("gradus.harness.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_harness_knows_the_kit_and_the_worker_alone =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("gradus.harness..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("gradus.engine..", "gradus.suites..", "gradus.cli..");

  @ArchTest
  static final ArchRule the_harness_knows_no_lessons_contracts =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("gradus.harness..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("gradus.kit.*..");
}
