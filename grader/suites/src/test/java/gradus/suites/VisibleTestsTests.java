package gradus.suites;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.kit.Todo;
import gradus.kit.score.Task;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The tests students see: red on every stub, green on every right solution. */
class VisibleTestsTests {

  @ParameterizedTest
  @MethodSource("gradus.suites.Course#ids")
  void pass_on_the_model(String lesson) {
    assertThat(run(lesson, Tree.model(lesson)))
        .isNotEmpty()
        .allSatisfy((test, result) -> assertThat(result.getThrowable()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("gradus.suites.Course#ids")
  void pass_on_the_second_solution(String lesson) {
    assertThat(run(lesson, Tree.second(lesson)))
        .isNotEmpty()
        .allSatisfy((test, result) -> assertThat(result.getThrowable()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("gradus.suites.Course#ids")
  void all_meet_the_stub_where_nothing_is_written(String lesson) {
    assertThat(run(lesson, Tree.stubs(lesson)))
        .isNotEmpty()
        .allSatisfy(
            (test, result) -> {
              assertThat(result.getStatus()).isEqualTo(Status.FAILED);
              assertThat(result.getThrowable().orElseThrow()).isInstanceOf(Todo.class);
            });
  }

  @ParameterizedTest
  @MethodSource("gradus.suites.Course#ids")
  void belong_to_a_task(String lesson) {
    assertThat(testClasses(lesson, Tree.stubs(lesson)))
        .isNotEmpty()
        .allMatch(type -> type.isAnnotationPresent(Task.class));
  }

  private static Stream<Class<?>> testClasses(String lesson, Path solution) {
    Map<String, String> sources = new TreeMap<>(Tree.sources(Tree.visibleTests(lesson)));
    Stream<String> tests =
        sources.keySet().stream().filter(path -> path.endsWith("Tests.java")).toList().stream();
    sources.putAll(Tree.sources(solution));
    ClassLoader classes = InMemoryJavac.load(sources);
    return tests.map(path -> load(classes, path.replace(".java", "").replace('/', '.')));
  }

  private static Class<?> load(ClassLoader classes, String name) {
    try {
      return classes.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, TestExecutionResult> run(String lesson, Path solution) {
    LauncherDiscoveryRequest tests =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(testClasses(lesson, solution).map(DiscoverySelectors::selectClass).toList())
            .build();
    Map<String, TestExecutionResult> results = new TreeMap<>();
    TestExecutionListener listener =
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
              results.put(test.getUniqueId(), result);
            }
          }
        };
    // The listeners of the build around this test should not hear of the tests inside it.
    LauncherConfig alone =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    LauncherFactory.create(alone).execute(tests, listener);
    return results;
  }
}
