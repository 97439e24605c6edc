package gradus.engine.object;

/** Which type of OSError stands for which errno of Linux (PEP 3151). */
final class ErrorNumbers {

  private ErrorNumbers() {}

  static String typeOf(long errno) {
    if (errno != (int) errno) {
      return "OSError";
    }
    return switch ((int) errno) {
      case 1, 13 -> "PermissionError";
      case 2 -> "FileNotFoundError";
      case 3 -> "ProcessLookupError";
      case 4 -> "InterruptedError";
      case 10 -> "ChildProcessError";
      case 11, 114, 115 -> "BlockingIOError";
      case 17 -> "FileExistsError";
      case 20 -> "NotADirectoryError";
      case 21 -> "IsADirectoryError";
      case 32, 108 -> "BrokenPipeError";
      case 103 -> "ConnectionAbortedError";
      case 104 -> "ConnectionResetError";
      case 110 -> "TimeoutError";
      case 111 -> "ConnectionRefusedError";
      default -> "OSError";
    };
  }
}
