package gradus.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.engine.builtin.Builtins;
import gradus.engine.layout.GrowthPolicy;
import gradus.engine.layout.JuliaStructs;
import gradus.engine.layout.ListGrowth;
import gradus.engine.layout.ObjectLayout;
import gradus.engine.layout.StructView;
import gradus.engine.memory.Memory;
import gradus.engine.object.Space;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The same numbers, laid out in the ways of Julia, C and Python. */
class NumberArrayTests {

  private static final double[] VALUES = {1.5, -0.0, 2.25, 1e300, 4, 5, 6, 7};

  private final Memory memory = new Memory(8 << 20);
  private final WatchedHeap malloc = WatchedHeap.in(memory);
  private final JuliaHeap julia = new JuliaHeap(memory, malloc);

  private static CacheCounter walked(NumberArray array) {
    CacheCounter cache = new CacheCounter(64, 64, 8);
    array.walk(cache);
    return cache;
  }

  private static void assertHoldsValues(NumberArray array) {
    assertThat(array.length()).isEqualTo(VALUES.length);
    for (int index = 0; index < VALUES.length; index++) {
      assertThat(Double.doubleToRawLongBits(array.get(index)))
          .isEqualTo(Double.doubleToRawLongBits(VALUES[index]));
    }
  }

  @Nested
  class Real_numbers_in_boxes {

    private final RealArray array = RealArray.of(julia, 1.5, -0.0, 2.25, 1e300, 4L, 5L, 6.0, 7.0);

    @Test
    void are_reached_through_pointers_and_tell_their_type() {
      assertHoldsValues(array);
      assertThat(memory.load64(array.box(3) - 8)).isEqualTo(julia.float64());
      assertThat(memory.load64(array.box(4) - 8)).isEqualTo(julia.int64());
      assertThat(memory.load64(array.address() - 8)).isEqualTo(julia.realVector());
      assertThat(array.box(0) % 16).isZero();
    }

    @Test
    void cost_a_pointer_a_tag_and_a_value_each() {
      assertThat(array.footprint()).isEqualTo(48 + 8 * (8 + 16));
      assertThat(walked(array).accesses()).isEqualTo(2 + 3 * 8);
    }

    @Test
    void are_replaced_not_changed_where_a_box_is_shared() {
      array.share(1, 0);
      assertThat(array.footprint()).isEqualTo(48 + 8 * 8 + 7 * 16);

      array.set(0, 9L);

      assertThat(array.get(0)).isEqualTo(9);
      assertThat(array.get(1)).isEqualTo(1.5);
    }
  }

  @Nested
  class Float64_values {

    private final Float64Array array = Float64Array.of(julia, VALUES);

    @Test
    void lie_side_by_side_behind_one_header() {
      assertHoldsValues(array);
      StructView header = StructView.read(memory, JuliaStructs.ARRAY, array.address(), 0);
      assertThat(header.get("length")).isEqualTo(8);
      assertThat(header.get("elsize")).isEqualTo(8);
      assertThat(memory.load64(header.get("data")))
          .isEqualTo(Double.doubleToRawLongBits(VALUES[0]));
      assertThat(memory.load64(array.address() - 8)).isEqualTo(julia.float64Vector());
      assertThat(array.footprint()).isEqualTo(48 + 8 * 8);
    }

    @Test
    void are_overwritten_in_place() {
      long place = memory.load64(array.address()) + 16;
      array.set(2, Double.NaN);

      assertThat(memory.load64(place)).isEqualTo(0x7ff8_0000_0000_0000L);
    }

    @Test
    void take_an_access_each() {
      assertThat(walked(array).accesses()).isEqualTo(2 + 8);
    }
  }

  @Nested
  class C_arrays {

    @Test
    void on_the_heap_are_the_values_alone() {
      CArray array = CArray.onHeap(memory, malloc.at("main.c:2"), VALUES);

      assertHoldsValues(array);
      assertThat(array.footprint()).isEqualTo(64);
      assertThat(malloc.live()).extracting(WatchedBlock::address).contains(array.address());
    }

    @Test
    void on_the_stack_end_with_their_call() {
      CallStack stack = CallStack.map(memory, 0x7fff_ffff_f000L, 0x2000);
      CallFrame frame = stack.call(StackFunction.of("main").with(StackVariable.doubles("a", 8)), 0);
      CArray array = CArray.onStack(memory, frame, "a", VALUES);
      assertHoldsValues(array);

      stack.leave();
      assertThat(array.get(0)).isEqualTo(1.5);
      stack.call(StackFunction.of("next").taking("n"), 0, 42);

      assertThat(Double.doubleToRawLongBits(array.get(7))).isEqualTo(42);
    }

    @Test
    void that_start_in_the_middle_of_a_line_touch_one_more() {
      long block = malloc.malloc(256);
      long line = (block + 63) & -64;

      assertThat(walked(new CArray(memory, line, 8)).linesTouched()).isEqualTo(1);
      assertThat(walked(new CArray(memory, line + 8, 8)).linesTouched()).isEqualTo(2);
      CacheCounter straddling = walked(new CArray(memory, line + 4, 8));
      assertThat(straddling.accesses()).isEqualTo(8);
      assertThat(straddling.hits() + straddling.misses()).isEqualTo(9);
    }
  }

  @Nested
  class A_list_of_python {

    private final GrowthPolicy growth = ListGrowth.CPYTHON_36;
    private final Space python = Builtins.space(ObjectLayout.VANILLA, growth, 64 << 20);

    @Test
    void holds_pointers_to_floats() {
      long list = python.lists.create(0);
      for (double value : VALUES) {
        python.listOps.append(list, python.floats.of(value));
      }
      FloatList array = new FloatList(python.memory, ObjectLayout.VANILLA, list);

      assertHoldsValues(array);
      assertThat(array.footprint()).isEqualTo(24 + 40 + 8 * 8 + 8 * 24);
      assertThat(walked(array).accesses()).isEqualTo(2 + 3 * 8);
    }
  }

  @Test
  void boxes_touch_several_times_the_lines_of_plain_values() {
    Number[] boxed = new Number[1000];
    double[] plain = new double[1000];
    for (int index = 0; index < 1000; index++) {
      boxed[index] = (double) index;
      plain[index] = index;
    }
    int boxes = walked(RealArray.of(julia, boxed)).linesTouched();
    int values = walked(Float64Array.of(julia, plain)).linesTouched();

    assertThat(List.of(values, boxes)).containsExactly(127, 378);
  }
}
