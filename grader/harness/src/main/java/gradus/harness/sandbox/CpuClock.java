package gradus.harness.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads how much CPU time a process has used. */
final class CpuClock {
  /** Linux tells in ticks of {@code USER_HZ}, which is 100 on every machine a JDK runs on. */
  private static final int TICK_MILLIS = 10;

  /** Fields after the command's name, which may hold blanks: state is the first; see proc(5). */
  private static final int USER = 11;

  private static final int SYSTEM = 12;

  private CpuClock() {}

  /** User and system time of all threads; zero where the process is gone or the system silent. */
  static Duration of(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
      return Duration.ofMillis(ticks * TICK_MILLIS);
    } catch (IOException noSuchProcessOrNoProc) {
      return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
  }
}
