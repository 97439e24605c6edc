package gradus.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every allocator promises, checked with random requests against a map of the blocks in use.
 */
abstract class AllocatorContract {

  private static final int STEPS = 4000;

  abstract Allocator allocator();

  abstract Memory memory();

  abstract int alignment(long size);

  private record Block(long size, int mark) {}

  private final TreeMap<Long, Block> live = new TreeMap<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void blocks_never_overlap_and_keep_their_bytes(int seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      // Phases in which blocks become more and in which they become fewer.
      int choice = random.nextInt(10) + (step / 500 % 2 == 0 ? 0 : 3);
      if (choice < 6 || live.isEmpty()) {
        allocate(random, random.nextBoolean());
      } else if (choice < 8) {
        resize(random);
      } else {
        long address = anyBlock(random);
        allocator().free(checked(address));
      }
    }
    while (!live.isEmpty()) {
      allocator().free(checked(anyBlock(random)));
    }
  }

  private static long anySize(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextInt(3);
      case 1 -> random.nextInt(20000);
      case 2 -> 480 + random.nextInt(64);
      default -> random.nextInt(200);
    };
  }

  private long anyBlock(Random random) {
    List<Long> addresses = new ArrayList<>(live.keySet());
    return addresses.get(random.nextInt(addresses.size()));
  }

  private void allocate(Random random, boolean zeroed) {
    long size = anySize(random);
    long address = zeroed ? allocator().calloc(1, size) : allocator().malloc(size);
    if (zeroed && size > 0) {
      assertThat(memory().bytes(address, size)).containsOnly(0);
    }
    enter(address, size, random);
  }

  private void resize(Random random) {
    long old = anyBlock(random);
    long size = anySize(random);
    Block block = live.get(old);
    checked(old);
    long address = allocator().realloc(old, size);
    long kept = Math.min(size, block.size());
    if (kept > 0) {
      assertThat(memory().bytes(address, kept)).containsOnly(block.mark());
    }
    enter(address, size, random);
  }

  private void enter(long address, long size, Random random) {
    assertThat(address % alignment(size)).isZero();
    var before = live.floorEntry(address);
    var after = live.ceilingEntry(address);
    assertThat(before == null || before.getKey() + Math.max(1, before.getValue().size()) <= address)
        .isTrue();
    assertThat(after == null || address + Math.max(1, size) <= after.getKey()).isTrue();
    int mark = random.nextInt(100);
    memory().fill(address, size, mark);
    live.put(address, new Block(size, mark));
  }

  /** Takes a block out of the map after looking at its bytes. */
  private long checked(long address) {
    Block block = live.remove(address);
    if (block.size() > 0) {
      assertThat(memory().bytes(address, block.size())).containsOnly(block.mark());
    }
    return address;
  }
}
