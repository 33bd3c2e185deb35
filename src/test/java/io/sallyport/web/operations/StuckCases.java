package io.sallyport.web.operations;

import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.processes.Case;
import io.sallyport.processes.Deed;
import io.sallyport.processes.Engine;
import io.sallyport.rules.boundary.SubmissionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases whose first step has failed as often as it is tried. */
final class StuckCases {

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

  private final JdbcClient jdbc = Engine.shared().bean(JdbcClient.class);
  private final ManagementService management = Engine.shared().bean(ManagementService.class);
  private final List<Case> stuck = new ArrayList<>();

  /** A case of a program that stands at this step, which needs a person. */
  Case stuck(String process, String step, String program) {
    Case one = Case.of(process, "routine", program);
    one.does(step, Stream.generate(Deed::trouble).limit(Case.TRIES).toArray(Deed[]::new));
    one.persists();
    stuck.add(one);
    return one;
  }

  /** The version that the case is about. */
  void submittedBy(String submitter, Case about) {
    jdbc.sql(MODEL).param("name", about.key()).update();
    jdbc.sql(VERSION)
        .param("id", about.key())
        .param("submitter", submitter)
        .param("submission", submission())
        .update();
  }

  /** Other tests count what needs a person. */
  void end() {
    stuck.stream()
        .flatMap(one -> one.running().stream())
        .forEach(
            instance ->
                management.createJobQuery().processInstanceId(instance.getId()).list().stream()
                    .map(Job::getId)
                    .forEach(job -> management.setJobRetries(job, 1)));
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
