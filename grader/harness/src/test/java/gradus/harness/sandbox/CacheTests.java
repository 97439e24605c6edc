package gradus.harness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTests {
  @TempDir Path root;

  private final AtomicInteger built = new AtomicInteger();

  private Path entry(String name) {
    return new Cache(root).entry(name, this::build);
  }

  private void build(Path folder) throws IOException {
    built.incrementAndGet();
    Files.createDirectory(folder.resolve("inner"));
    Files.writeString(folder.resolve("inner/file"), "content");
  }

  @Nested
  class An_entry {
    @Test
    void is_built_once() {
      Path first = entry("thing-1");
      assertThat(first.resolve("inner/file")).hasContent("content");
      assertThat(entry("thing-1")).isEqualTo(first);
      assertThat(built).hasValue(1);
    }

    @Test
    void is_built_again_when_a_file_is_gone_or_cut() throws IOException {
      Path folder = entry("thing-1");
      Files.writeString(folder.resolve("inner/file"), "cont");
      entry("thing-1");
      Files.delete(folder.resolve("inner/file"));
      assertThat(entry("thing-1").resolve("inner/file")).hasContent("content");
      Files.delete(folder.resolve("files"));
      entry("thing-1");
      assertThat(built).hasValue(4);
    }

    @Test
    void is_built_once_by_many_at_a_time() throws Exception {
      ExecutorService many = Executors.newFixedThreadPool(8);
      List<Callable<Path>> all =
          Stream.generate(() -> (Callable<Path>) () -> entry("t-1")).limit(8).toList();
      many.invokeAll(all).forEach(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(9)));
      many.shutdown();
      assertThat(built).hasValue(1);
    }

    @Test
    void leaves_nothing_behind_when_it_cannot_be_built() throws IOException {
      assertThatThrownBy(
              () ->
                  new Cache(root)
                      .entry(
                          "thing-1",
                          folder -> {
                            build(folder);
                            throw new IOException("x: No space left on device");
                          }))
          .isInstanceOf(SandboxFault.class)
          .hasMessage(
              "cannot write the cache %s (No space left on device): free some space or set"
                  + " XDG_CACHE_HOME",
              root);
      try (Stream<Path> left = Files.list(root)) {
        assertThat(left.map(path -> path.getFileName().toString())).containsExactly("thing-1.lock");
      }
    }

    @Test
    void is_forgotten_when_nobody_has_used_it_for_a_month() throws IOException {
      Path old = entry("thing-1");
      Path other = entry("other-1");
      FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(40)));
      Files.setLastModifiedTime(old.resolve("files"), longAgo);
      Files.setLastModifiedTime(other.resolve("files"), longAgo);
      entry("thing-2");
      assertThat(old).doesNotExist();
      assertThat(other).exists();
    }

    @Test
    void faults_in_one_sentence_when_its_place_is_taken() throws IOException {
      Path file = Files.createFile(root.resolve("file"));
      assertThatThrownBy(() -> new Cache(file).entry("thing-1", folder -> {}))
          .isInstanceOf(SandboxFault.class)
          .hasMessageContaining("cannot write the cache");
      assertThatThrownBy(
              () ->
                  new Cache(root)
                      .entry(
                          "thing-1",
                          folder -> {
                            throw new UncheckedIOException(new IOException("torn"));
                          }))
          .isInstanceOf(SandboxFault.class)
          .hasMessageContaining("torn");
    }

    @Test
    void is_given_up_when_interrupted() {
      assertThatThrownBy(
              () ->
                  new Cache(root)
                      .entry(
                          "thing-1",
                          folder -> {
                            throw new InterruptedException();
                          }))
          .isInstanceOf(SandboxFault.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Nested
  class Its_place {
    @Test
    void is_where_the_environment_says() {
      assertThat(Cache.standard(Map.of("XDG_CACHE_HOME", "/x"), true))
          .isEqualTo(Path.of("/x/gradus"));
    }

    @Test
    void is_below_the_users_home() {
      assertThat(Cache.standard(Map.of(), false))
          .isEqualTo(Path.of(System.getProperty("user.home"), ".cache/gradus"));
    }

    @Test
    void is_where_others_can_pass_for_the_superuser() {
      assertThat(Cache.standard(Map.of(), true)).isEqualTo(Path.of("/var/cache/gradus"));
    }
  }
}
