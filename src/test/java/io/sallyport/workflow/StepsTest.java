package io.sallyport.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.postgres.LocalPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** R26: who waits for an event is told, whoever waited for the same resource before. */
class StepsTest {

  @Test
  void R26_an_endpoint_wakes_each_version_that_waits_for_it_once() throws SQLException {
    try (var connection = LocalPostgres.shared().migratedDatabase().asApplication()) {
      JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      Steps steps = new Steps(jdbc, null, null); // waiting asks for no diagram and no lock

      steps.await(step("first"), "land-cover", "endpoint-ready");
      steps.await(step("second"), "land-cover", "endpoint-ready");
      steps.await(step("second"), "land-cover", "endpoint-ready");

      assertThat(
              jdbc.sql("select process_instance from workflow.awaited where resource = :resource")
                  .param("resource", "land-cover")
                  .query(String.class)
                  .list())
          .containsExactlyInAnyOrder("first", "second");
    }
  }

  private static Step step(String instance) {
    return new Step(instance, "create-endpoint", 1, "land-cover-2", "00");
  }
}
