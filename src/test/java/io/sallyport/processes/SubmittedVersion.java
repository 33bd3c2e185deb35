package io.sallyport.processes;

import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.rules.boundary.SubmissionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the version that a case is about: the shared engine itself needs none. */
public final class SubmittedVersion {

  private static final Path SUBMISSION =
      Path.of("src/test/resources/submissions/good/complete.yaml");

  private static final String MODEL =
      "insert into models.model (name, program) values (:name, 'sentinel')";

  private static final String VERSION =
      """
      insert into models.version (id, model, number, program, submitter, submitter_name, tier,
                                  state, submission, submission_sha256, submitted_at, changed_at)
      values (:id, :id, 1, 'sentinel', :submitter, :submitter, 'ROUTINE', 'IN_PROGRESS',
              :submission, :id, timestamptz 'epoch', timestamptz 'epoch')
      """;

  private SubmittedVersion() {}

  public static void by(String submitter, Case about) {
    JdbcClient jdbc = Engine.shared().bean(JdbcClient.class);
    jdbc.sql(MODEL).param("name", about.key()).update();
    jdbc.sql(VERSION)
        .param("id", about.key())
        .param("submitter", submitter)
        .param("submission", submission())
        .update();
  }

  private static byte[] submission() {
    try {
      byte[] document = Files.readAllBytes(SUBMISSION);
      return CanonicalJson.write(SubmissionReader.tree(SubmissionReader.read(document)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
