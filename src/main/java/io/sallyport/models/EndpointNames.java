package io.sallyport.models;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which program the names of endpoints belong to: first come, and for good (S13). */
@Repository
class EndpointNames {

  private final JdbcClient jdbc;

  EndpointNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The program that a name belongs to; empty while it is free. */
  Optional<String> owner(String name) {
    return jdbc.sql("select program from models.endpoint_name where name = :name")
        .param("name", name)
        .query(String.class)
        .optional();
  }

  /**
   * Takes the name if it is free. Of two programs at once the second waits for the first one's
   * transaction.
   *
   * @return the program that it belongs to now
   */
  String take(String name, String program) {
    jdbc.sql(
            "insert into models.endpoint_name (name, program) values (:name, :program)"
                + " on conflict do nothing")
        .param("name", name)
        .param("program", program)
        .update();
    return owner(name)
        .orElseThrow(() -> new IllegalStateException(name + " was taken, and belongs to nobody"));
  }
}
