package gradus.harness.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import gradus.harness.submission.SourceFault;
import gradus.harness.submission.SourceFile;
import gradus.harness.submission.SubmittedLesson;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a lesson's sources as the compiler's process reads them. */
final class CompileRequest {
  private CompileRequest() {}

  static void write(SubmittedLesson lesson, String lessonPackage, OutputStream to)
      throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeUTF(lessonPackage);
    out.writeInt(lesson.faults().size());
    for (SourceFault fault : lesson.faults()) {
      out.writeUTF(fault.path());
    }
    out.writeInt(lesson.sources().size());
    for (SourceFile source : lesson.sources()) {
      byte[] text = source.text().getBytes(UTF_8);
      out.writeUTF(source.path());
      out.writeInt(text.length);
      out.write(text);
    }
    out.flush();
  }
}
