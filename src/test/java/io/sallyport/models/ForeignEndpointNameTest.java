package io.sallyport.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.authority.Directory;
import io.sallyport.authority.Person;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Pipeline;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.rules.boundary.SubmissionReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * S13: nobody comes to answer under the name of another program, whatever they call their model.
 */
@Tag("boundary")
class ForeignEndpointNameTest {

  private static final String REFUSED =
      "boundary/the-endpoint-name-is-the-programs-own: /endpoint/name is %s, another program's;"
          + " the limit is a name of your own, or one that is free";
  private static final String WAITING =
      "select 1 from pg_stat_activity where wait_event_type = 'Lock'"
          + " and query like '%models.endpoint_name%'";

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Models models = boundary.bean(Models.class);
  private final JdbcClient jdbc = boundary.bean(JdbcClient.class);

  @Test
  void S13_a_submission_under_the_endpoint_name_of_another_program_is_refused_whole() {
    new EndpointNames(jdbc).take("pier-cover", "harbor");
    byte[] document = submission("quay-cover", "pier-cover");

    assertThatThrownBy(() -> submit(document)).hasMessage(REFUSED, "pier-cover");

    assertThat(models.find("quay-cover", 1)).isEmpty();
  }

  @Test
  void S13_of_two_programs_that_submit_at_once_the_second_is_refused_whole() throws SQLException {
    byte[] document = submission("mole-cover", "buoy-cover");
    try (Connection harbor = boundary.bean(DataSource.class).getConnection()) {
      harbor.setAutoCommit(false);
      new EndpointNames(JdbcClient.create(new SingleConnectionDataSource(harbor, true)))
          .take("buoy-cover", "harbor");
      CompletableFuture<Void> sentinel = CompletableFuture.runAsync(() -> submit(document));
      Await.found(
          "the second waits for the first",
          Duration.ofMinutes(1),
          () -> jdbc.sql(WAITING).query(Integer.class).list().stream().findFirst());
      harbor.commit();

      assertThatThrownBy(sentinel::join).cause().hasMessage(REFUSED, "buoy-cover");
    }
    assertThat(models.find("mole-cover", 1)).isEmpty();
  }

  private void submit(byte[] document) {
    Optional<Person> emil = boundary.bean(Directory.class).find(DemoPeople.named("emil").subject());
    boundary.bean(Submissions.class).submit(document, emil.orElseThrow());
  }

  /** What {@code sentinel} would send, with another name for its endpoint. */
  private byte[] submission(String model, String endpoint) {
    var data = new Pipeline(boundary).upload(Path.of("samples/satellite.csv"));
    Map<String, Object> document =
        new HashMap<>(
            SubmissionReader.tree(
                boundary.sample("sentinel").submission(model, data, "land_cover", "0.85")));
    Map<String, Object> asked = new HashMap<>();
    ((Map<?, ?>) document.get("endpoint")).forEach((key, value) -> asked.put(key + "", value));
    asked.put("name", endpoint);
    document.put("endpoint", asked);
    return CanonicalJson.write(document);
  }
}
