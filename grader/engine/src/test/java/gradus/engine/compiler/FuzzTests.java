package gradus.engine.compiler;

import static org.assertj.core.api.Assertions.assertThatCode;

import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.listing.CodeJson;
import gradus.engine.compiler.listing.Disassembler;
import gradus.engine.compiler.source.PySyntaxError;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the input, the outcome is code or a Python error, never a Java exception. */
class FuzzTests {
  private static final int PROGRAMS = 6_000;
  private static final String[] PIECES =
      ("( ) [ ] { } : ; , . ... = == != <> < > + - * ** / // @ -> % & | ^ ~ ' \" ''' \\ # \n \t 0 08"
              + " 0x 1_0 1e 1j if else elif for in while break continue return yield async await def"
              + " class lambda try except finally raise with as import from global nonlocal None True"
              + " not and or is del pass assert __debug__ x y f'{x}' f'{ f'{x!r:>{y}}' b'x' '\\x1' é €"
              + " __future__ division \r \f \0")
          .split(" ");

  @Test
  void random_pieces_of_syntax_never_break_the_compiler() {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        text.append(random.nextInt(4) == 0 ? "\n" : random.nextInt(3) == 0 ? "" : " ");
      }
      check(seed, text.toString().getBytes(StandardCharsets.UTF_8), random);
    }
  }

  @Test
  void random_bytes_never_break_the_compiler() {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Random random = new Random(seed);
      byte[] source = new byte[random.nextInt(60)];
      random.nextBytes(source);
      check(seed, source, random);
    }
  }

  @Test
  void damaged_programs_never_break_the_compiler() {
    String program =
        """
        @a.b(c, *d, **e)
        def f(a: int, *b, c=1, **d) -> x:
            '''doc'''
            global g; h: str = f'{a!r:{b}}' 'c'
            for i, *j in [k async for k in l if m]:
                try:
                    with n as (o, p), q: x[1:2, ...] += -1 ** 2
                except E as e: raise F from e
                else: del x.y, z[0]
                finally: return lambda r, *, s=1: (yield) or not 1 < 2 != 3
            class C(D, metaclass=M): pass
        """;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(program);
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        int at = random.nextInt(text.length());
        text.replace(at, Math.min(text.length(), at + random.nextInt(4)), "");
        text.insert(Math.min(at, text.length()), PIECES[random.nextInt(PIECES.length)]);
      }
      check(seed, text.toString().getBytes(StandardCharsets.UTF_8), random);
    }
  }

  private static void check(int seed, byte[] source, Random random) {
    CompileMode mode = CompileMode.values()[random.nextInt(3)];
    assertThatCode(() -> compile(source, mode)).as("seed %d", seed).doesNotThrowAnyException();
  }

  private static void compile(byte[] source, CompileMode mode) {
    try {
      Code code = Compiler.compile(source, CompileOptions.of("<fuzz>").with(mode));
      CodeJson.write(code);
      Disassembler.disassemble(code);
    } catch (PySyntaxError expected) {
      expected.typeName();
    }
  }
}
