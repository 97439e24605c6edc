package gradus.kit.score;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last step of a lesson's build: prints the score, and makes the build red or green. */
public final class ShowScore {
  private ShowScore() {}

  /**
   * Prints the score.
   *
   * @param arguments the folder {@link ScoreListener} left the score in
   * @throws Unfinished unless every visible check passed
   */
  public static void main(String[] arguments) throws IOException, Unfinished {
    show(Path.of(arguments[0]), System.out, Charset.defaultCharset());
  }

  static void show(Path folder, PrintStream out, Charset charset) throws IOException, Unfinished {
    Path page = folder.resolve(ScoreListener.PAGE);
    if (Files.exists(page)) {
      out.print(showable(Files.readString(page), charset));
      out.flush();
    }
    String verdict = takeVerdict(folder.resolve(ScoreListener.VERDICT));
    if (!verdict.isEmpty()) {
      throw new Unfinished(verdict);
    }
  }

  /** A verdict is good for one build; if the next one leaves none, its tests never began. */
  private static String takeVerdict(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "The visible checks did not run.";
    }
    String verdict = Files.readString(file);
    Files.delete(file);
    return verdict;
  }

  /** The page, with plainer signs where the terminal has no others. */
  private static String showable(String page, Charset charset) {
    if (charset.newEncoder().canEncode("█░✗·…")) {
      return page;
    }
    return page.replace('█', '#').replace('░', '.').replace('✗', 'x').replace('·', '.');
  }

  /** Says why the build is red; Maven prints its message. */
  static final class Unfinished extends Exception {
    private static final long serialVersionUID = 1L;

    Unfinished(String message) {
      super(message);
    }
  }
}
