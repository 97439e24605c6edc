package gradus.worker;

import gradus.wire.Conversation;
import gradus.wire.ProtocolViolation;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.IntConsumer;

/**
 * The worker's main class. All it needs the grader sends, the student's classes too. Requests come
 * on file descriptor 3 and answers go out on 4; descriptors 0 to 2 are the student's, so nothing
 * they print can get between the frames:
 *
 * <pre>{@code
 * sh -c 'exec 3<&0 4>&1 </dev/null >OUT 2>ERR java … gradus.worker.Worker'
 * }</pre>
 */
public final class Worker {
  /**
   * The stack student code runs on, in bytes: twice what it has in a student's own {@code mvn
   * test}, so that the calls of the wire, which may nest, cost it nothing; and still so small that
   * recursion over a chain of 100,000 overflows here as it does there.
   */
  static final long STACK_BYTES = 2 << 20;

  /** The name of the thread that serves the grader and runs student code. */
  public static final String THREAD = "student";

  private Worker() {}

  /** Serves the grader until it goes away. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    InputStream requests = new BufferedInputStream(new FileInputStream(descriptor(3)));
    OutputStream replies = new FileOutputStream(descriptor(4));
    // Halt, not exit: a student's shutdown hook must not hold the worker up.
    IntConsumer halt = Runtime.getRuntime()::halt;
    StudentClasses classes = new StudentClasses(Worker.class.getClassLoader());
    Runnable work = () -> serve(requests, replies, classes, halt);
    Thread student = new Thread(null, work, THREAD, STACK_BYTES);
    student.start();
    // Were this thread to end, the JVM would put another in its place, which looks left over.
    student.join();
  }

  static void serve(
      InputStream requests, OutputStream replies, StudentClasses classes, IntConsumer halt) {
    WorkerSide side = new WorkerSide(classes, halt);
    try {
      Conversation grader = Conversation.accept(requests, replies, classes.kit(), side);
      side.begin(grader);
      grader.serve();
    } catch (IOException | ProtocolViolation e) {
      throw side.over(e);
    }
  }

  /** Linux has it in /proc; the other systems in /dev, where Linux containers may lack it. */
  private static String descriptor(int number) throws FileNotFoundException {
    for (String folder : new String[] {"/proc/self/fd/", "/dev/fd/"}) {
      if (new File(folder + number).exists()) {
        return folder + number;
      }
    }
    throw new FileNotFoundException("file descriptor " + number + " is not open");
  }
}
