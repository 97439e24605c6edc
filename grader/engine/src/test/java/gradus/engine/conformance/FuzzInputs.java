package gradus.engine.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Inputs nobody would write, each kind made from a source of random numbers. */
final class FuzzInputs {

  /** Each kind, from bytes that mean nothing to code that nearly works. */
  enum Kind {
    BYTES("random bytes"),
    ASCII("random ASCII"),
    SYNTAX("pieces of syntax"),
    PROGRAM("damaged programs"),
    WRITTEN("damaged random programs"),
    CODE("damaged code objects");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** Whether it may reach the interpreter, and is run. */
    boolean runs() {
      return this == PROGRAM || this == WRITTEN || this == CODE;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  private static final String[] PIECES =
      ("( ) [ ] { } : ; , . ... = == != <> < > + - * ** / // @ -> % & | ^ ~ ' \" ''' \\ # \n \t 0 08"
              + " 0x 1_0 1e 1j if elif else for in while break continue return yield async await def"
              + " class lambda try except finally raise with as import from global nonlocal None True"
              + " not and or is del pass assert __debug__ x y f'{x}' f'{ f'{x!r:>{y}}' b'x' '\\x1' é €"
              + " __future__ division 1e309 9999999999 -1 [] () {} int str type print \r \f \0")
          .split(" ");
  private static final Pattern TOKEN = Pattern.compile("(?<=\\W)|(?=\\W)");
  private static final int LONGEST = 80;

  private final Grammar grammar;
  private final List<String> programs;

  FuzzInputs(Grammar grammar, List<String> programs) {
    this.grammar = grammar;
    this.programs = programs;
  }

  byte[] make(Kind kind, Random random) {
    return switch (kind) {
      case BYTES -> bytes(random);
      case ASCII -> utf8(ascii(random));
      case SYNTAX -> utf8(syntax(random));
      case PROGRAM -> utf8(damaged(programs.get(random.nextInt(programs.size())), random));
      case WRITTEN -> utf8(damaged(ProgramWriter.program(grammar, random.nextInt()), random));
      case CODE -> utf8(damagedCode(random));
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Random random) {
    byte[] source = new byte[random.nextInt(LONGEST)];
    random.nextBytes(source);
    return source;
  }

  private static String ascii(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(LONGEST); left > 0; left--) {
      text.append(random.nextInt(12) == 0 ? '\n' : (char) (' ' + random.nextInt(95)));
    }
    return text.toString();
  }

  private static String piece(Random random) {
    return PIECES[random.nextInt(PIECES.length)];
  }

  private static String syntax(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(30); left > 0; left--) {
      text.append(piece(random));
      text.append(random.nextInt(4) == 0 ? "\n" : random.nextInt(3) == 0 ? "" : " ");
    }
    return text.toString();
  }

  /** A program with a few of its words and signs taken out, exchanged, repeated or replaced. */
  private static String damaged(String program, Random random) {
    List<String> tokens = new ArrayList<>(List.of(TOKEN.split(program, -1)));
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      int at = random.nextInt(tokens.size());
      String other = tokens.get(random.nextInt(tokens.size()));
      switch (random.nextInt(5)) {
        case 0 -> tokens.set(at, "");
        case 1 -> tokens.set(at, piece(random));
        case 2 -> tokens.add(at, piece(random));
        case 3 -> tokens.add(at, other);
        default -> tokens.set(at, other);
      }
    }
    return String.join("", tokens);
  }

  /** A program that writes over some bytes of a function's code, and calls it. */
  private String damagedCode(Random random) {
    StringBuilder changes = new StringBuilder();
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      changes.append("(%d, %d), ".formatted(random.nextInt(1 << 12), random.nextInt(256)));
    }
    String body = ProgramWriter.text(grammar, "function", random.nextLong());
    int room = random.nextInt(4) == 0 ? random.nextInt(5) - 2 : 0;
    return """
        import types
        def tick(): pass
        def report(e): print(type(e))
        class Base:
            n, items = 1, []
        Manager = Base
        %s
        function = [f for f in list(globals().values()) if type(f) is types.FunctionType][-1]
        code = function.__code__
        raw = bytearray(code.co_code)
        for at, byte in [%s]:
            raw[at %% len(raw)] = byte
        code = types.CodeType(
            code.co_argcount, code.co_kwonlyargcount, code.co_nlocals, max(0, code.co_stacksize + %d), code.co_flags,
            bytes(raw), code.co_consts, code.co_names, code.co_varnames, 'c.py', 'c', 1, code.co_lnotab,
            code.co_freevars, code.co_cellvars)
        function.__code__ = code
        print(function(1), list(function(2)))
        """
        .formatted(body, changes, room);
  }
}
