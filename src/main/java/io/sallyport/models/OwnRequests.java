package io.sallyport.models;

import io.sallyport.authority.Requests;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions that a person submitted and that are still on their way. */
@Component
class OwnRequests implements Requests {

  /** Versions on one page. */
  private static final int ROWS_MAX = 200;

  private final JdbcClient jdbc;

  OwnRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> open(String subject) {
    return jdbc.sql(
            "select id from models.version where submitter = :subject"
                + " and state in ('IN_PROGRESS', 'SUSPENDED') order by submitted_at desc limit :limit")
        .param("subject", subject)
        .param("limit", ROWS_MAX)
        .query(String.class)
        .list();
  }
}
