package gradus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.kit.PyError;
import gradus.wire.Samples;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lessons.zoo.Trouble;
import lessons.zoo.Zoo;
import lessons.zoo.Zoo.Colour;
import lessons.zoo.Zoo.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Practice without a student. */
class UnderstudyTests {
  private static final Samples SAMPLES = new Samples(() -> new PyError("ValueError", "sample"));

  private WorkerInProcess worker;

  @BeforeEach
  void start() throws IOException {
    worker = new WorkerInProcess();
    worker.conversation.start();
  }

  @AfterEach
  void stop() throws IOException {
    worker.close();
  }

  @Test
  void answers_every_method_of_a_contract_with_a_value_of_its_type() throws Exception {
    Zoo zoo = worker.conversation.understudy(Zoo.class);
    Set<Method> answered = new HashSet<>();
    for (int round = 0; round < 2; round++) {
      zoo.nothing(); // so that another call fails
      for (Method method : Zoo.class.getMethods()) {
        try {
          method.invoke(zoo, SAMPLES.ofAll(method));
          answered.add(method);
        } catch (InvocationTargetException failedForPractice) {
          assertThat(failedForPractice.getCause()).isInstanceOf(GraderSide.Thrown.class);
        }
      }
    }
    assertThat(answered).contains(Zoo.class.getMethods());
  }

  @Test
  void fails_every_seventh_time_with_the_contracts_exception() {
    Zoo zoo = worker.conversation.understudy(Zoo.class);
    for (int call = 0; call < 6; call++) {
      assertThat(zoo.aLong(5)).isEqualTo(1);
    }
    assertThatThrownBy(() -> zoo.aLong(5)).hasMessageContaining("sample");
    assertThat(zoo.point(new Point(3, 4))).isEqualTo(new Point(1, 1));
    assertThat(zoo.colour(null)).isEqualTo(Colour.values()[0]);
    assertThat(zoo.list(List.of())).containsExactly(1L, 1L);
  }

  @Test
  void calls_back() {
    Zoo zoo = worker.conversation.understudy(Zoo.class);
    Object[] asked = new Object[1];
    zoo.describe(
        number -> {
          asked[0] = "asked";
          return "";
        },
        1);
    assertThat(asked[0]).isEqualTo("asked");
  }

  @Test
  void is_gone_with_the_check_like_any_object() {
    Zoo zoo = worker.conversation.understudy(Zoo.class);
    worker.conversation.endCheck();
    assertThatThrownBy(() -> zoo.aLong(1)).isInstanceOf(IllegalStateException.class);
    Trouble trouble = worker.trouble();
    assertThat(trouble.text("1")).isEqualTo("y");
  }

  @Test
  void runs_a_program_such_as_students_write_as_often_as_asked() {
    String result = new Program().get();
    assertThat(result.split("; "))
        .containsExactly(
            "Shelf[name=top, place=Place[size=1, room=2]] 15 true false",
            "[8, 9, 10, 11] 2870 19 false true [0, 1, 2]",
            "key 0=40 key 1=45 key 2=50 key 3=55 more=1"
                + " 0 0 0 0 0 0 0 0 0 3 6 9 12 15 18 [19, 18, 17, 16, 15]",
            "610 0",
            "2147483646 number 0 02147483647 number 1 1 integer overflow 2 empty");
    assertThat(worker.conversation.practise()).isEqualTo(result);
    assertThat(worker.conversation.practise()).isEqualTo(result);
  }
}
