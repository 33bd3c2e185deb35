package io.sallyport.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.Directory;
import io.sallyport.authority.Person;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Pipeline;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Submissions.Submitted;
import io.sallyport.models.ending.Withdrawals;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.SubmissionReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** P1: a client that lost the answer sends its submission again, and begins nothing by it. */
@Tag("boundary")
class SubmittedAgainTest {

  private static final int AT_ONCE = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Models models = boundary.bean(Models.class);
  private final Submissions submissions = boundary.bean(Submissions.class);
  private final Pipeline pipeline = new Pipeline(boundary);
  private final Person emil =
      boundary.bean(Directory.class).find(DemoPeople.named("emil").subject()).orElseThrow();

  @BeforeEach
  void hold() {
    boundary.aws().hold();
  }

  @AfterEach
  void letGo() {
    boundary.aws().letGo();
  }

  @Test
  void P1_the_same_once_more_is_answered_200_with_the_version_that_lives() {
    Submission submission = submission("twice-told");

    HttpResponse<String> first = pipeline.sent(submission);
    HttpResponse<String> again = pipeline.sent(submission);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.body()).contains("\"submittedBefore\":false");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body())
        .contains("\"id\":\"twice-told-1\"", "\"submittedBefore\":true", "/api/v1/models/twice");
    assertThat(models.versions("twice-told")).hasSize(1);
    assertThat(boundary.bean(Ledger.class).facts("twice-told-1"))
        .extracting(RecordedFact::kind)
        .containsOnlyOnce(Lineage.SUBMITTED);
  }

  @Test
  void P1_the_description_of_the_interface_tells_both_answers() {
    JsonNode answers =
        pipeline.read("/api/v1/openapi").at("/paths/~1api~1v1~1submissions/post/responses");

    assertThat(answers.at("/201/description").asText()).isEqualTo("A version was begun.");
    assertThat(answers.at("/200/description").asText()).contains("by the same document before");
  }

  @Test
  void P1_of_some_that_come_at_once_one_begins_a_version_and_all_are_told_of_it() throws Exception {
    byte[] document = document(submission("at-once"));
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    Callable<Submitted> sending =
        () -> {
          together.await();
          return submissions.submit(document, emil);
        };
    ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    List<Submitted> answers = new ArrayList<>();
    for (Future<Submitted> sent : clients.invokeAll(List.of(sending, sending, sending, sending))) {
      answers.add(sent.get());
    }
    clients.shutdown();

    assertThat(answers).extracting(answer -> answer.version().id()).containsOnly("at-once-1");
    assertThat(answers).filteredOn(answer -> !answer.before()).hasSize(1);
    assertThat(models.versions("at-once")).hasSize(1);
    withdraw("at-once-1");
  }

  @Test
  void P1_after_its_end_in_another_wording_or_by_another_it_is_a_version_of_its_own() {
    Submission submission = submission("told-anew");
    byte[] document = document(submission);
    submissions.submit(document, emil);

    assertThat(pipeline.submit(submission)).isEqualTo("told-anew-2");
    withdraw("told-anew-1");
    assertThat(submissions.submit(document, emil).version().id()).isEqualTo("told-anew-3");
    assertThat(submissions.submit(document(submission("told-anew")), emil).version().id())
        .isEqualTo("told-anew-4");
    withdraw("told-anew-3");
    withdraw("told-anew-4");
  }

  /** Its jobs are stopped before it has ended. */
  private void withdraw(String version) {
    boundary.bean(Withdrawals.class).withdraw(version, emil);
    Await.found(
        version + " has ended",
        PATIENCE,
        () -> models.find(version).filter(one -> one.state() == State.WITHDRAWN));
  }

  /** Its data are uploaded anew, and so are another version of their object each time. */
  private Submission submission(String model) {
    var data = pipeline.upload(Path.of("samples/satellite.csv"));
    return boundary.sample("sentinel").submission(model, data, "land_cover", "0.85");
  }

  private static byte[] document(Submission submission) {
    return CanonicalJson.write(SubmissionReader.tree(submission));
  }
}
