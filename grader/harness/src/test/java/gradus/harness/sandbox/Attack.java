package gradus.harness.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What hostile programs try; each runs in a sandbox and writes what it got to its replies. */
public final class Attack {
  private Attack() {}

  private interface Try {
    Object run(String argument) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    Try what = named(arguments[0]);
    String answer;
    try {
      answer = "got " + what.run(arguments.length > 1 ? arguments[1] : "");
    } catch (Exception e) {
      answer = "refused: " + e;
    }
    try (OutputStream replies = new FileOutputStream("/proc/self/fd/4")) {
      replies.write(answer.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Try named(String name) {
    return switch (name) {
      case "echo" -> argument -> readAll("/proc/self/fd/3");
      case "read" -> Attack::readAll;
      case "list" -> Attack::list;
      case "write" -> argument -> Files.writeString(Path.of(argument), "x");
      case "print" -> Attack::print;
      case "environment" -> argument -> System.getenv();
      case "properties" -> argument -> System.getProperties();
      case "fork" -> argument -> new ProcessBuilder("/gradus/java/bin/java").start();
      case "connect" -> argument -> new Socket("127.0.0.1", 80);
      case "listen" -> argument -> new ServerSocket(0);
      case "datagram" -> argument -> new DatagramSocket();
      case "lookup" -> argument -> InetAddress.getByName("example.org");
      case "exit" -> Attack::exit;
      case "halt" -> Attack::halt;
      case "heap" -> argument -> fillHeap();
      case "spin" -> argument -> spin();
      case "threads" -> argument -> threads();
      case "killParent" -> argument -> ProcessHandle.current().parent();
      case "processes" -> argument -> ProcessHandle.allProcesses().count();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String readAll(String file) throws IOException {
    // Neither pipes nor the kernel's files bear being asked how long they are.
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (InputStream in = new FileInputStream(file)) {
      byte[] some = new byte[1 << 16];
      for (int read = in.read(some); read > 0; read = in.read(some)) {
        content.write(some, 0, read);
      }
    }
    return content.toString(StandardCharsets.UTF_8);
  }

  private static List<String> list(String folder) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of(folder))) {
      return entries.map(Path::toString).sorted().toList();
    }
  }

  private static String print(String megabytes) {
    byte[] line = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < Integer.parseInt(megabytes); i++) {
      System.out.write(line, 0, line.length);
    }
    System.out.println("the end");
    System.err.println("complaint");
    return "through";
  }

  private static Object exit(String code) {
    System.exit(Integer.parseInt(code));
    return "";
  }

  private static Object halt(String code) {
    Runtime.getRuntime().halt(Integer.parseInt(code));
    return "";
  }

  private static int fillHeap() {
    List<byte[]> all = new ArrayList<>();
    while (true) {
      all.add(new byte[1 << 20]);
    }
  }

  @SuppressWarnings("InfiniteLoopStatement")
  private static long spin() {
    long turns = 0;
    while (true) {
      turns++;
      if (turns < 0) {
        System.out.println(turns);
      }
    }
  }

  private static String threads() throws InterruptedException {
    int started = 0;
    try {
      for (; started < 3_000; started++) {
        Thread thread = new Thread(null, Attack::sleep, "t", 1);
        thread.setDaemon(true);
        thread.start();
      }
    } catch (OutOfMemoryError enough) {
      return "stopped at " + started;
    }
    return "all " + started;
  }

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
