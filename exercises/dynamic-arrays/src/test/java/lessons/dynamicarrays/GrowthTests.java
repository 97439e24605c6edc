package lessons.dynamicarrays;

import static gradus.kit.dynamicarrays.Policy.CPYTHON_36;
import static gradus.kit.score.Expect.expect;

import gradus.kit.dynamicarrays.Policy;
import gradus.kit.score.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Task("growth")
class GrowthTests {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "CPYTHON_36, 4 8 16 25 35 46 58 72 88 106 126 148 173 201",
    "CPYTHON_39, 4 8 16 24 32 40 52 64 76 92 108 128 148 172 200",
    "ARRAY_LIST, 10 15 22 33 49 73 109 163 244",
    "DOUBLING,   1 2 4 8 16 32 64 128 256",
    "BY_SIXTEEN, 16 32 48 64 80 96 112 128 144 160 176 192 208",
  })
  void appending_200_items_one_by_one_makes_these_capacities(Policy policy, String capacities) {
    expect(
        "200 times: allocated = new Growth(" + policy + ").capacity(size, allocated, size + 1)",
        capacities,
        () -> capacitiesOfAppends(policy, 200));
  }

  @ParameterizedTest(name = "{0}: capacity({1}, {2}, {3}) is {4}")
  @CsvSource({
    // policy, size, allocated, newSize, capacity
    "CPYTHON_36, 4, 4, 104, 123",
    "CPYTHON_39, 4, 4, 104, 104",
    "CPYTHON_39, 0, 0, 3, 8",
    "ARRAY_LIST, 10, 10, 100, 100",
    "DOUBLING, 4, 4, 100, 128",
    "BY_SIXTEEN, 4, 16, 100, 112",
  })
  void a_jump_takes_what_the_policy_gives(
      Policy policy, long size, long allocated, long newSize, long capacity) {
    expectCapacity(policy, size, allocated, newSize, capacity);
  }

  @ParameterizedTest(name = "CPYTHON_36: capacity({0}, {1}, {2}) is {3}")
  @CsvSource({
    // size, allocated, newSize, capacity
    "60, 118, 59, 118",
    "59, 118, 58, 71",
    "5, 8, 4, 8",
    "1, 4, 0, 0",
  })
  void python_keeps_a_block_that_is_at_least_half_full(
      long size, long allocated, long newSize, long capacity) {
    expectCapacity(CPYTHON_36, size, allocated, newSize, capacity);
  }

  private static void expectCapacity(
      Policy policy, long size, long allocated, long newSize, long capacity) {
    String call = "new Growth(%s).capacity(%d, %d, %d)";
    expect(
        call.formatted(policy, size, allocated, newSize),
        capacity,
        () -> new Growth(policy).capacity(size, allocated, newSize));
  }

  private static String capacitiesOfAppends(Policy policy, int appends) {
    Growth growth = new Growth(policy);
    List<Long> capacities = new ArrayList<>(List.of(0L));
    for (long size = 0; size < appends; size++) {
      long last = capacities.get(capacities.size() - 1);
      long next = growth.capacity(size, last, size + 1);
      if (next != last) {
        capacities.add(next);
      }
    }
    return capacities.stream().skip(1).map(String::valueOf).collect(Collectors.joining(" "));
  }
}
