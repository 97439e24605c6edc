package gradus.worker;

import gradus.wire.Caps;
import gradus.wire.Contracts;
import gradus.wire.Conversation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import lessons.zoo.Trouble;
import lessons.zoo.Zoo;

/** A worker on a thread of this JVM, behind real pipes; {@code halt} closes them. */
final class WorkerInProcess implements AutoCloseable {
  /** What the worker would have ended with. */
  final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

  final Conversation conversation;
  private final Pipe requests = Pipe.open();
  private final Pipe replies = Pipe.open();

  private static final class Halted extends Error {}

  WorkerInProcess() throws IOException {
    this(Caps.STANDARD);
  }

  WorkerInProcess(Caps caps) throws IOException {
    InputStream in = Channels.newInputStream(requests.source());
    OutputStream out = Channels.newOutputStream(replies.sink());
    StudentClasses classes = new StudentClasses(getClass().getClassLoader());
    Thread thread =
        new Thread(null, () -> Worker.serve(in, out, classes, this::halt), "w", Worker.STACK_BYTES);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, e) -> exitCode.complete(-1));
    thread.start();
    conversation =
        Conversation.with(
            Channels.newInputStream(replies.source()),
            Channels.newOutputStream(requests.sink()),
            Contracts.of(List.of(Zoo.class, Trouble.class)),
            caps,
            new GraderSide());
  }

  Zoo zoo(Object... arguments) {
    return conversation.make("lessons.zoo.Keeper", Zoo.class, arguments);
  }

  Trouble trouble() {
    return conversation.make("lessons.zoo.Troublemaker", Trouble.class);
  }

  private void halt(int code) {
    exitCode.complete(code);
    try {
      replies.sink().close();
      requests.source().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new Halted();
  }

  @Override
  public void close() throws IOException {
    requests.sink().close();
    replies.source().close();
  }
}
