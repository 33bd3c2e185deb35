package io.sallyport.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.postgres.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** S13: the name of an endpoint belongs to the program that came first, also of two at once. */
class EndpointNamesTest {

  private final LocalPostgres.Database database = LocalPostgres.shared().migratedDatabase();

  @Test
  void S13_the_first_program_keeps_the_name_and_may_use_it_again() throws SQLException {
    EndpointNames names = on(database.asApplication());

    assertThat(names.owner("cover")).isEmpty();
    assertThat(names.take("cover", "harbor")).isEqualTo("harbor");
    assertThat(names.take("cover", "sentinel")).isEqualTo("harbor");
    assertThat(names.take("cover", "harbor")).isEqualTo("harbor");
    assertThat(names.owner("cover")).contains("harbor");
  }

  @Test
  void S13_of_two_programs_at_once_the_one_that_commits_has_it() throws SQLException {
    try (Connection first = database.asApplication();
        Connection second = database.asApplication()) {
      first.setAutoCommit(false);
      on(first).take("cover", "harbor");
      CompletableFuture<String> waiting =
          CompletableFuture.supplyAsync(() -> on(second).take("cover", "sentinel"));
      first.commit();

      assertThat(waiting.join()).isEqualTo("harbor");
    }
  }

  private static EndpointNames on(Connection connection) {
    return new EndpointNames(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
  }
}
