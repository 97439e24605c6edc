package gradus.engine.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.engine.compiler.code.Code;
import gradus.engine.compiler.code.CodeFlags;
import gradus.engine.compiler.code.Constant;
import gradus.engine.compiler.source.ErrorKind;
import gradus.engine.compiler.source.PySyntaxError;
import gradus.engine.compiler.source.SourceLines;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompilerTests {
  private static final CompileOptions FILE = CompileOptions.of("f.py");

  private static PySyntaxError error(String source, CompileOptions options) {
    return catchThrowableOfType(PySyntaxError.class, () -> Compiler.compile(source, options));
  }

  @Nested
  class Options {

    @Test
    void optimising_leaves_out_asserts_and_then_docstrings() {
      String source = "'doc'\nassert x\ny = __debug__\ndef f(): 'doc'";
      Code first = Compiler.compile(source, FILE.withOptimize(1));
      Code second = Compiler.compile(source, FILE.withOptimize(2));
      assertThat(first.names()).containsExactly("__doc__", "y", "f");
      assertThat(first.consts()).contains(Constant.of(false)).doesNotContain(Constant.of(true));
      assertThat(second.names()).containsExactly("y", "f");
      assertThat(second.consts()).doesNotContain(Constant.of("doc"));
    }

    @Test
    void inherited_features_show_in_the_flags_of_every_code() {
      int stop = CodeFlags.FUTURE_GENERATOR_STOP;
      Code code = Compiler.compile("lambda: 1", FILE.withFlags(stop | CodeFlags.GENERATOR));
      Code lambda = (Code) code.consts().get(0);
      assertThat(code.flags()).isEqualTo(stop | CodeFlags.NOFREE);
      assertThat(lambda.flags() & stop).isEqualTo(stop);
    }

    @Test
    void barry_writes_inequality_his_way() {
      CompileOptions barry = FILE.withFlags(CodeFlags.FUTURE_BARRY_AS_BDFL);
      assertThat(Compiler.compile("a <> b", barry).names()).containsExactly("a", "b");
      assertThat(error("a != b", barry).msg())
          .isEqualTo("with Barry as BDFL, use '<>' instead of '!='");
    }

    @Test
    void errors_quote_the_file_when_there_is_one() {
      CompileOptions quoting = FILE.withLines(SourceLines.of("x\nf() = 1\n"));
      assertThat(error("x\nf() = 1\n", quoting).text()).contains("f() = 1\n");
      assertThat(error("x\nf() = 1\n", FILE).text()).isEmpty();
      assertThat(SourceLines.of("a\nb").line(2)).contains("b");
      assertThat(SourceLines.of("a\nb").line(3)).isEmpty();
      assertThat(SourceLines.of("a\n").line(0)).isEmpty();
    }
  }

  @Nested
  class Source {

    @Test
    void text_does_not_declare_an_encoding() {
      assertThat(Compiler.compile("# coding: latin-1\nx = 'é'", FILE).consts())
          .contains(Constant.of("é"));
    }

    @Test
    void null_bytes_are_a_value_error() {
      PySyntaxError error = error("a\0", FILE);
      assertThat(error.kind()).isEqualTo(ErrorKind.VALUE_ERROR);
      assertThat(error.msg()).isEqualTo("source code string cannot contain null bytes");
      assertThat(error.lineno()).isEmpty();
    }

    @Test
    void lone_surrogates_are_an_encode_error() {
      assertThat(error("'\ud800'", FILE).msg())
          .isEqualTo(
              "'utf-8' codec can't encode character '\\ud800' in position 1:"
                  + " surrogates not allowed");
    }

    @Test
    void bytes_that_are_no_text_are_refused_where_they_matter() {
      assertThat(bytesError("'é'", "iso-8859-1"))
          .isEqualTo(
              "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 0:"
                  + " unexpected end of data");
      assertThat(bytesError("# coding: ascii\n'é'", "utf-8"))
          .isEqualTo(
              "'ascii' codec can't decode byte 0xc3 in position 17: ordinal not in range(128)");
      assertThat(bytesError("# coding: nonsense\n", "utf-8"))
          .isEqualTo("unknown encoding: nonsense");
      assertThat(bytesError("\ufeff# coding: latin-1\n", "utf-8"))
          .isEqualTo("encoding problem: iso-8859-1 with BOM");
    }

    @Test
    void a_file_is_read_in_a_declared_encoding_or_in_utf_8() {
      String advice =
          ", but no encoding declared; see http://python.org/dev/peps/pep-0263/ for details";
      assertThat(fileError("x = 1\n# é\n", "iso-8859-1"))
          .isEqualTo("2: Non-UTF-8 code starting with '\\xe9' in file f.py on line 2" + advice);
      assertThat(fileError("ÿ", "iso-8859-1"))
          .isEqualTo("1: Non-UTF-8 code starting with '\\xff' in file f.py on line 1" + advice);
      assertThat(fileError("# coding: nonsense\n", "utf-8"))
          .isEqualTo("1: encoding problem: nonsense");
      assertThat(fileError("#\n# coding: ()\n", "utf-8")).isEqualTo("none");
      assertThat(fileError("#\n# coding: nonsense\n", "utf-8"))
          .isEqualTo("2: encoding problem: nonsense");
      assertThat(fileError("# é € \ud83d\ude00\n", "utf-8")).isEqualTo("none");
      assertThat(fileError("# coding: latin-1\n# é\n", "iso-8859-1")).isEqualTo("none");
    }

    private String fileError(String source, String charset) {
      byte[] bytes = source.getBytes(Charset.forName(charset));
      try {
        Compiler.compileFile(bytes, FILE);
        return "none";
      } catch (PySyntaxError error) {
        return error.lineno().orElseThrow() + ": " + error.msg();
      }
    }

    private String bytesError(String source, String charset) {
      byte[] bytes = source.getBytes(Charset.forName(charset));
      return catchThrowableOfType(PySyntaxError.class, () -> Compiler.compile(bytes, FILE)).msg();
    }
  }

  @Nested
  class Depth {

    @Test
    void nesting_is_bounded_by_the_parser_stack() {
      assertThat(Compiler.compile("(".repeat(93) + ")".repeat(93), FILE)).isNotNull();
      assertThat(error("(".repeat(94) + ")".repeat(94), FILE).typeName()).isEqualTo("MemoryError");
      assertThat(error("-".repeat(1480) + "1", FILE).typeName()).isEqualTo("MemoryError");
    }

    @Test
    void long_chains_are_bounded_by_the_recursion_limit() {
      assertThat(Compiler.compile("x" + ".a".repeat(2990), FILE)).isNotNull();
      PySyntaxError error = error("x" + ".a".repeat(3000), FILE);
      assertThat(error.typeName()).isEqualTo("RecursionError");
      assertThat(error.msg()).isEqualTo("maximum recursion depth exceeded during compilation");
      assertThat(error("x" + ".a".repeat(2990), FILE.withRecursion(100, 1000)).typeName())
          .isEqualTo("RecursionError");
    }

    @Test
    void a_huge_recursion_limit_never_overflows_the_java_stack() {
      CompileOptions deep = FILE.withRecursion(1, 1_000_000);
      assertThat(Compiler.compile("x" + "()".repeat(30_000), deep)).isNotNull();
      PySyntaxError error =
          catchThrowableOfType(PySyntaxError.class, () -> DeepStack.call(() -> descend(0)));
      assertThat(error.typeName()).isEqualTo("RecursionError");
    }

    private static int descend(int depth) {
      return depth < 0 ? 0 : 1 + descend(depth + 1);
    }

    @Test
    void many_statements_in_a_row_are_no_depth_at_all() {
      assertThat(Compiler.compile("if a: b\n".repeat(20_000), FILE).stacksize()).isEqualTo(1);
    }

    @Test
    void blocks_nest_twenty_deep() {
      StringBuilder source = new StringBuilder();
      for (int i = 0; i < 21; i++) {
        source.append(" ".repeat(i)).append("while x:\n");
      }
      source.append(" ".repeat(21)).append("y\n");
      assertThat(error(source.toString(), FILE).msg())
          .isEqualTo("too many statically nested blocks");
    }

    @Test
    void indentation_nests_a_hundred_deep() {
      StringBuilder source = new StringBuilder();
      for (int i = 0; i < 101; i++) {
        source.append(" ".repeat(i)).append("if x:\n");
      }
      assertThat(error(source.toString(), FILE).msg()).isEqualTo("too many levels of indentation");
    }
  }

  @Nested
  class Limits {

    @Test
    void calls_and_functions_take_at_most_255_arguments() {
      String names = "a, ".repeat(256);
      assertThat(error("f(" + names + ")", FILE).msg()).isEqualTo("more than 255 arguments");
      StringBuilder parameters = new StringBuilder();
      for (int i = 0; i < 256; i++) {
        parameters.append("a").append(i).append(", ");
      }
      assertThat(error("def f(" + parameters + "b): pass", FILE).msg())
          .isEqualTo("more than 255 arguments");
    }

    @Test
    void a_starred_target_has_at_most_255_before_it() {
      assertThat(error("a, ".repeat(256) + "*b = c", FILE).msg())
          .isEqualTo("too many expressions in star-unpacking assignment");
    }

    @Test
    void a_large_dict_is_built_in_parts() {
      StringBuilder dict = new StringBuilder("{");
      for (int i = 0; i < 0x10001; i++) {
        dict.append("a:").append("b,");
      }
      assertThat(Compiler.compile(dict.append("}").toString(), FILE).code().hex()).contains("9602");
    }
  }
}
