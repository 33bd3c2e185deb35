package io.sallyport.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Pipeline;
import io.sallyport.local.SatelliteRows;
import io.sallyport.local.Story;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.ModelVersion.State;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The satellite sample by REST alone (A2): a machine uploads, submits and asks the endpoint. */
@Tag("boundary")
class RestStoryTest {

  private final Story story = Story.inService();
  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Pipeline pipeline = new Pipeline(boundary);

  @Test
  void A2_S05_S11_what_a_machine_submitted_is_signed_by_a_person_and_in_service() {
    ModelVersion version = story.version();

    assertThat(version.state()).isEqualTo(State.IN_SERVICE);
    assertThat(version.submitterName()).contains("sentinel-pipeline");
    assertThat(story.payload("decision-signed").path("outcome").asText()).isEqualTo("authorize");
  }

  @Test
  void S14_rows_of_every_class_get_their_right_class_over_rest() {
    SatelliteRows rows = SatelliteRows.everyNth(13);

    HttpResponse<String> answer = pipeline.invoke("coast-cover", rows.asked());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    rows.assertAnswered(SatelliteRows.labels(answer.body()));
  }

  @Test
  void S15_each_call_has_its_row_whether_answered_or_not() {
    HttpResponse<String> misfit = pipeline.invoke("coast-cover", "1,2\n");
    HttpResponse<String> refused = pipeline.invoke("no-such-endpoint", "1,2\n");

    assertThat(misfit.statusCode()).isEqualTo(422);
    assertThat(misfit.body())
        .contains("service/rows-are-understood", "serving/rows-fit-the-model: line 1 is 2")
        .doesNotContain("\\\"message\\\"");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("service/an-authorization-is-in-force");
    assertThat(requesters("coast-cover")).contains("machine:sentinel-pipeline");
    assertThat(requesters("no-such-endpoint")).containsOnly("machine:sentinel-pipeline");
  }

  private List<String> requesters(String endpoint) {
    return boundary
        .bean(JdbcClient.class)
        .sql("select requester from deployment.invocation where endpoint = :endpoint")
        .param("endpoint", endpoint)
        .query(String.class)
        .list();
  }
}
