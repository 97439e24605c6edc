package gradus.worker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RoundsTests {
  private final Rounds rounds = new Rounds(List.of("-proc:none", "-nowarn"));
  private final Map<String, String> sources = new TreeMap<>();

  private RoundsTests with(String name, String body) {
    sources.put("lessons/x/" + name + ".java", "package lessons.x;\n" + body);
    return this;
  }

  private Rounds.Result compile(String... missing) throws IOException {
    return rounds.compile("lessons.x", sources, Set.of(missing));
  }

  @Nested
  class Files_that_compile {
    @Test
    void give_classes_by_their_binary_names() throws IOException {
      Rounds.Result result = with("A", "class A { class In {} Runnable r = () -> {}; }").compile();
      assertThat(result.classes()).containsOnlyKeys("lessons/x/A", "lessons/x/A$In");
      assertThat(result.problems()).isEmpty();
      assertThat(result.failed()).isEmpty();
    }

    @Test
    void may_have_warnings() throws IOException {
      String raw =
          "class A { @Deprecated void f() {} java.util.List l = new java.util.ArrayList(); }";
      assertThat(with("A", raw).compile().classes()).hasSize(1);
    }

    @Test
    void may_lie_in_a_package_below() throws IOException {
      sources.put("lessons/x/y/A.java", "package lessons.x.y; public class A {}");
      assertThat(compile().classes()).containsOnlyKeys("lessons/x/y/A");
    }
  }

  @Nested
  class A_broken_file {
    @Test
    void is_told_with_line_and_reason_and_costs_nothing_else() throws IOException {
      Rounds.Result result =
          with("A", "class A {}").with("B", "class B { int i = \"s\"; }").compile();
      assertThat(result.classes()).containsOnlyKeys("lessons/x/A");
      assertThat(result.failed()).containsExactly("lessons/x/B.java");
      assertThat(result.problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.path()).isEqualTo("lessons/x/B.java");
                assertThat(problem.line()).isEqualTo(2);
                assertThat(problem.message()).contains("cannot be converted to int");
              });
    }

    @Test
    void takes_those_that_need_it_along_step_by_step() throws IOException {
      with("A", "class A { int i = \"s\"; }").with("B", "class B extends A {}");
      Rounds.Result result = with("C", "class C { B b; }").with("D", "class D {}").compile();
      assertThat(result.classes()).containsOnlyKeys("lessons/x/D");
      assertThat(result.problems().subList(1, 3))
          .extracting(Problem::message)
          .containsExactly(
              "needs A.java, which does not compile", "needs B.java, which does not compile");
    }

    @Test
    void with_a_syntax_error_does_not_hide_the_faults_of_others() throws IOException {
      with("A", "class A { void f( { }").with("B", "class B { A a; }");
      Rounds.Result result = with("C", "class C { Missing m; }").compile();
      assertThat(result.classes()).isEmpty();
      assertThat(result.problems())
          .extracting(problem -> problem.path() + ": " + problem.message())
          .anyMatch(said -> said.contains("B.java: needs A.java"))
          .anyMatch(said -> said.contains("C.java: cannot find symbol"));
    }

    @Test
    void with_too_many_constants_is_not_taken_for_all_that_follow() throws IOException {
      StringBuilder many = new StringBuilder("class B {");
      for (int i = 0; i < 40_000; i++) {
        many.append("static final long i%1$d = %1$d;".formatted(i));
      }
      Rounds.Result result =
          with("A", "class A {}").with("B", many + "}").with("C", "class C {}").compile();
      assertThat(result.failed()).containsExactly("lessons/x/B.java");
      assertThat(result.classes()).containsOnlyKeys("lessons/x/A", "lessons/x/C");
    }

    @Test
    void with_a_text_too_long_is_not_taken_for_all_that_follow() throws IOException {
      String text = "\"" + "x".repeat(60_000) + "\"";
      String many = "class B { String s = " + (text + " + ").repeat(9) + text + "; }";
      Rounds.Result result =
          with("A", "class A {}").with("B", many).with("C", "class C {}").compile();
      assertThat(result.failed()).containsExactly("lessons/x/B.java");
    }

    @Test
    void that_could_not_even_be_read_is_named_as_what_is_needed() throws IOException {
      Rounds.Result result = with("B", "class B { A a; }").compile("lessons/x/A.java");
      assertThat(result.failed()).containsExactly("lessons/x/A.java", "lessons/x/B.java");
      assertThat(result.problems())
          .extracting(Problem::message)
          .containsExactly("needs A.java, which does not compile");
    }

    @Test
    void is_one_that_nests_too_deeply() throws IOException {
      String deep = "class B { int i = " + "(".repeat(60_000) + "1" + ")".repeat(60_000) + "; }";
      Rounds.Result result = with("A", "class A {}").with("B", deep).compile();
      assertThat(result.failed()).containsExactly("lessons/x/B.java");
      assertThat(result.classes()).containsOnlyKeys("lessons/x/A");
    }
  }

  @Nested
  class A_file_of_another_package {
    @Test
    void is_refused_and_the_rest_compiles() throws IOException {
      sources.put("gradus/kit/Todo.java", "package gradus.kit; public class Todo {}");
      sources.put("Nowhere.java", "class Nowhere {}");
      Rounds.Result result = with("A", "class A {}").compile();
      assertThat(result.classes()).containsOnlyKeys("lessons/x/A");
      assertThat(result.problems())
          .extracting(Problem::message)
          .containsOnly("must say package lessons.x; and nothing else");
    }

    @Test
    void is_not_one_whose_package_only_begins_alike() throws IOException {
      sources.put("A.java", "package lessons.xyz; class A {}");
      assertThat(compile().failed()).containsExactly("A.java");
    }
  }

  @Nested
  class Faults_without_a_file {
    @Test
    void are_told_of_every_file() throws IOException {
      Rounds broken =
          new Rounds(List.of("-classpath", "nowhere.jar", "--limit-modules", "no.such"));
      with("A", "class A {}").with("B", "class B {}");
      Rounds.Result result = broken.compile("lessons.x", sources, Set.of());
      assertThat(result.classes()).isEmpty();
      assertThat(result.failed()).hasSize(2);
    }
  }

  @Nested
  class Messages {
    @Test
    void are_cut() {
      assertThat(new Problem("A.java", 1, "x".repeat(100_000)).message()).hasSize(2_001);
    }

    @Test
    void name_a_type_only_as_a_whole_word() {
      Problem problem = new Problem("A.java", 1, "cannot find symbol\n  symbol: class Array");
      assertThat(problem.names("Array")).isTrue();
      assertThat(problem.names("Arra")).isFalse();
      assertThat(problem.names("rray")).isFalse();
    }
  }
}
