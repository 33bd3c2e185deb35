package io.sallyport.deployment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The service periods: which version may answer at which endpoint now (S13, S19). */
@Repository
class ServicePeriods {

  private static final String SELECT =
      """
      select id, endpoint, model_version, authorization_id, configuration, consumers, opened_at,
             expires, suspended_at is not null as suspended
        from deployment.service_period
      """;

  private static final String OPEN =
      """
      insert into deployment.service_period (endpoint, model_version, authorization_id,
                                             configuration, consumers, opened_at, expires)
      values (:endpoint, :version, :authorization, :configuration, :consumers, :now, :expires)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ServicePeriods(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The period that is open at the endpoint, suspended or not. */
  Optional<ServicePeriod> at(String endpoint) {
    return jdbc.sql(SELECT + " where endpoint = :endpoint and closed_at is null")
        .param("endpoint", endpoint)
        .query(ServicePeriods::period)
        .optional();
  }

  /** The open period of a version. */
  Optional<ServicePeriod> of(String modelVersion) {
    return jdbc.sql(SELECT + " where model_version = :version and closed_at is null")
        .param("version", modelVersion)
        .query(ServicePeriods::period)
        .optional();
  }

  List<ServicePeriod> open() {
    return jdbc.sql(SELECT + " where closed_at is null order by endpoint")
        .query(ServicePeriods::period)
        .list();
  }

  /** Opens the period, after whatever was in force at the endpoint has been closed. */
  void open(ServicePeriod period) {
    jdbc.sql(
            "update deployment.service_period set closed_at = :now"
                + " where endpoint = :endpoint and closed_at is null")
        .param("endpoint", period.endpoint())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(OPEN)
        .param("endpoint", period.endpoint())
        .param("version", period.modelVersion())
        .param("authorization", period.authorizationId())
        .param("configuration", period.configuration())
        .param("consumers", period.consumers().toArray(String[]::new))
        .param("now", period.openedAt().atOffset(ZoneOffset.UTC))
        .param("expires", period.expires().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Suspends: the endpoint is kept, nobody is answered. */
  void suspend(String modelVersion) {
    update("suspended_at = coalesce(suspended_at, :now)", modelVersion);
  }

  /** Ends the suspension. */
  void resume(String modelVersion) {
    jdbc.sql(
            "update deployment.service_period set suspended_at = null"
                + " where model_version = :version and closed_at is null")
        .param("version", modelVersion)
        .update();
  }

  /** Closes for good. */
  void close(String modelVersion) {
    update("closed_at = :now", modelVersion);
  }

  private void update(String change, String modelVersion) {
    jdbc.sql(
            "update deployment.service_period set "
                + change
                + " where model_version = :version and closed_at is null")
        .param("version", modelVersion)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static ServicePeriod period(ResultSet row, int number) throws SQLException {
    return new ServicePeriod(
        row.getString("endpoint"),
        row.getString("model_version"),
        row.getString("authorization_id"),
        row.getString("configuration"),
        List.of((String[]) row.getArray("consumers").getArray()),
        instant(row, "opened_at"),
        instant(row, "expires"),
        row.getBoolean("suspended"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
