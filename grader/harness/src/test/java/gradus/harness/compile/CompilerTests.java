package gradus.harness.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.harness.sandbox.RuntimeImages;
import gradus.harness.sandbox.Samples;
import gradus.harness.sandbox.Sandbox;
import gradus.harness.sandbox.SandboxFault;
import gradus.harness.sandbox.SandboxMode;
import gradus.harness.sandbox.Sandboxes;
import gradus.harness.submission.SourceFault;
import gradus.harness.submission.SourceFile;
import gradus.harness.submission.SubmittedLesson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompilerTests {
  private static final RuntimeImages IMAGES = Samples.images();
  private static final Sandbox SANDBOX = Sandboxes.choose(SandboxMode.AUTO, line -> {});

  private final List<SourceFile> sources = new ArrayList<>();
  private final List<SourceFault> faults = new ArrayList<>();

  private void source(String name, String body) {
    sources.add(new SourceFile("lessons/x/" + name + ".java", "package lessons.x; " + body));
  }

  private Compilation compile(Compiler compiler) {
    return compiler.compile(new SubmittedLesson("x", sources, faults), "lessons.x");
  }

  private static Set<String> classes(Compilation compilation) {
    return compilation.classes().keySet();
  }

  @Nested
  class A_lesson {
    @Test
    void gives_classes_compiled_against_the_kit() {
      source("A", "class A { Object o = new gradus.kit.Todo(); }");
      source("Größe", "class Größe {}");
      try (Compiler compiler = new Compiler(SANDBOX, IMAGES)) {
        Compilation compilation = compile(compiler);
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(classes(compilation)).containsExactly("lessons/x/A", "lessons/x/Größe");
      }
    }

    @Test
    void does_not_see_the_worker_nor_the_rest_of_the_jdk() {
      source("A", "class A { gradus.worker.Worker w; }");
      source("B", "class B { java.sql.Connection c; }");
      source("C", "class C { javax.tools.JavaCompiler c; }");
      try (Compiler compiler = new Compiler(SANDBOX, IMAGES)) {
        assertThat(compile(compiler).failedSources())
            .containsExactly("lessons/x/A.java", "lessons/x/B.java", "lessons/x/C.java");
      }
    }

    @Test
    void loses_only_what_needs_a_broken_or_unreadable_file() {
      source("A", "class A { int i = \"s\"; }");
      source("B", "class B extends A {}");
      source("C", "class C { Unreadable u; }");
      source("D", "class D {}");
      faults.add(new SourceFault("lessons/x/Unreadable.java", "is not UTF-8"));
      try (Compiler compiler = new Compiler(SANDBOX, IMAGES)) {
        Compilation compilation = compile(compiler);
        assertThat(classes(compilation)).containsExactly("lessons/x/D");
        assertThat(compilation.failedSources()).hasSize(4);
        assertThat(compilation.diagnostics())
            .extracting(Diagnostic::message)
            .satisfiesExactly(
                broken -> assertThat(broken).contains("cannot be converted"),
                victim -> assertThat(victim).isEqualTo("needs A.java, which does not compile"),
                victim ->
                    assertThat(victim).isEqualTo("needs Unreadable.java, which does not compile"),
                unread -> assertThat(unread).isEqualTo("is not UTF-8"));
      }
    }

    @Test
    void runs_no_annotation_processor() {
      source("A", "@P class A {}");
      source("P", "@interface P {}");
      try (Compiler compiler = new Compiler(SANDBOX, IMAGES)) {
        assertThat(compile(compiler).failedSources()).isEmpty();
      }
    }

    @Test
    void leaves_the_process_for_the_next() {
      source("A", "class A {}");
      try (Compiler compiler = new Compiler(SANDBOX, IMAGES)) {
        compiler.warmUp();
        assertThat(classes(compile(compiler))).containsExactly("lessons/x/A");
        assertThat(classes(compile(compiler))).containsExactly("lessons/x/A");
      }
    }
  }

  @Nested
  class A_source_that_exhausts_javac {
    /** Inference over nested generic calls takes javac time exponential in their depth. */
    private static String endless() {
      String call = "id(x -> x)";
      for (int i = 0; i < 30; i++) {
        call = "pick(" + call + ", " + call + ")";
        if (call.length() > 200_000) {
          break;
        }
      }
      return "class A { static <T> T pick(T a, T b) { return a; }"
          + " static <T> T id(T a) { return a; } Object o = "
          + call
          + "; }";
    }

    @Test
    void costs_its_lesson_and_not_the_next() {
      source("A", endless());
      // Short, and yet many times what a cold javac needs for the second lesson.
      CompileBudget budget = new CompileBudget(Duration.ofSeconds(3), Duration.ofMinutes(1));
      try (Compiler compiler = new Compiler(SANDBOX, IMAGES, budget)) {
        Compilation compilation = compile(compiler);
        assertThat(classes(compilation)).isEmpty();
        assertThat(compilation.diagnostics()).isNotEmpty();
        sources.clear();
        source("B", "class B {}");
        assertThat(classes(compile(compiler))).containsExactly("lessons/x/B");
      }
    }
  }

  @Nested
  class A_process_that_does_not_come_up {
    @Test
    void is_the_graders_fault() {
      Sandbox broken = new BrokenSandbox();
      source("A", "class A {}");
      try (Compiler compiler = new Compiler(broken, IMAGES)) {
        assertThatThrownBy(() -> compile(compiler))
            .isInstanceOf(SandboxFault.class)
            .hasMessageContaining("the compiler does not start in the sandbox");
      }
    }
  }

  private static final class BrokenSandbox implements Sandbox {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public gradus.harness.sandbox.SandboxedProcess start(gradus.harness.sandbox.JvmSpec spec) {
      return SANDBOX.start(spec.withOptions(List.of("--no-such-option")));
    }
  }
}
