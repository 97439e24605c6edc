package gradus.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.cli.SampleGradings;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class JunitReportTests {
  private final JunitReport writer = new JunitReport();

  @Test
  void reads_as_the_golden_file_does() {
    assertThat(writer.render(SampleGradings.firstAttempt()))
        .isEqualTo(Golden.text("first-attempt.xml"));
  }

  @Test
  void counts_as_surefire_counts() throws Exception {
    Element suite = suite(writer.render(SampleGradings.firstAttempt()));
    assertThat(suite.getAttribute("tests")).isEqualTo("9");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("5");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(9);
  }

  @Test
  void carries_hostile_text_unharmed_and_unheeded() throws Exception {
    String hostile = "]]></failure>&amp;<x a='\"'> \n::error::forged ##[error]forged";
    String report =
        writer.render(Untrusted.cleaned(SampleGradings.saying(hostile + "\u001b\u0000")));
    Element error = (Element) suite(report).getElementsByTagName("error").item(0);
    assertThat(error.getAttribute("message")).isEqualTo(hostile + "\\u001b\\u0000");
    assertThat(report).doesNotContain("##[");
    assertThat(report.lines().map(String::strip)).noneMatch(line -> line.startsWith("::"));
  }

  private static Element suite(String xml) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    return (Element) document.getElementsByTagName("testsuite").item(0);
  }
}
