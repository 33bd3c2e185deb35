package io.sallyport.deployment.period;

import io.sallyport.custody.Fact;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.rules.authorization.Terms;
import io.sallyport.workflow.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The service periods: which version may answer under which name now (S13, S19). */
@Repository
public class ServicePeriods {

  /** The message that tells other cases about a version that its service has ended. */
  public static final String ENDED = "service-ended";

  private static final String SELECT =
      """
      select id, service, endpoint, model_version, authorization_id, configuration, consumers,
             opened_at, expires, suspended_at is not null as stopped, held_at is not null as held
        from deployment.service_period
      """;

  private static final String OPEN =
      """
      insert into deployment.service_period (service, endpoint, model_version, authorization_id,
                                             configuration, consumers, opened_at, expires)
      values (:service, :endpoint, :version, :authorization, :configuration, :consumers, :now,
              :expires)
      """;

  private static final String SUSPEND =
      """
      update deployment.service_period
         set suspended_at = :now
       where model_version = :version
         and closed_at is null
         and suspended_at is null
      """;

  private static final String RESUME =
      """
      update deployment.service_period
         set suspended_at = null
       where model_version = :version
         and closed_at is null
         and suspended_at is not null
      """;

  private static final String HOLD =
      """
      update deployment.service_period
         set held_at = :now
       where model_version = :version
         and closed_at is null
         and held_at is null
      """;

  private static final String RELEASE =
      """
      update deployment.service_period
         set held_at = null
       where model_version = :version
         and closed_at is null
         and held_at is not null
      """;

  private static final String TERMS =
      """
      update deployment.service_period
         set consumers = :consumers, expires = :expires
       where model_version = :version
         and closed_at is null
      """;

  private static final String CLOSE =
      """
      update deployment.service_period
         set closed_at = :now
       where model_version = :version
         and closed_at is null
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ServicePeriods(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The period that is open under the service name, suspended or not. */
  public Optional<ServicePeriod> at(String service) {
    return jdbc.sql(SELECT + " where service = :service and closed_at is null")
        .param("service", service)
        .query(ServicePeriods::period)
        .optional();
  }

  /** The open period of a version, suspended or not. */
  public Optional<ServicePeriod> of(String modelVersion) {
    return jdbc.sql(SELECT + " where model_version = :version and closed_at is null")
        .param("version", modelVersion)
        .query(ServicePeriods::period)
        .optional();
  }

  /** The open period of a version that may answer: not suspended. */
  public Optional<ServicePeriod> answering(String modelVersion) {
    return of(modelVersion).filter(open -> !open.suspended());
  }

  public List<ServicePeriod> open() {
    return jdbc.sql(SELECT + " where closed_at is null order by service")
        .query(ServicePeriods::period)
        .list();
  }

  /** Opens the period; the index refuses a second one under the same name. */
  void open(ServicePeriod period) {
    jdbc.sql(OPEN)
        .param("service", period.service())
        .param("endpoint", period.endpoint())
        .param("version", period.modelVersion())
        .param("authorization", period.authorizationId())
        .param("configuration", period.configuration())
        .param("consumers", period.consumers().toArray(String[]::new))
        .param("now", period.openedAt().atOffset(ZoneOffset.UTC))
        .param("expires", period.expires().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Suspends for an emergency stop: the endpoint is kept, nobody is answered. */
  public void suspend(String modelVersion) {
    requireOne("suspended", modelVersion, at(SUSPEND, modelVersion));
  }

  /** Ends the emergency stop; what is held stays so. */
  public void resume(String modelVersion) {
    requireOne("resumed", modelVersion, jdbc.sql(RESUME).param("version", modelVersion).update());
  }

  /** Suspends until an episode is decided, whether it is stopped beside or not. */
  public void hold(String modelVersion) {
    requireOne("held", modelVersion, at(HOLD, modelVersion));
  }

  /** Ends what {@link #hold} began; a stop goes on. */
  void release(String modelVersion) {
    requireOne("released", modelVersion, jdbc.sql(RELEASE).param("version", modelVersion).update());
  }

  /** Lets these ask, until then: what a signed decision left of the authorization. */
  void change(String modelVersion, Terms terms) {
    requireOne(
        "changed",
        modelVersion,
        jdbc.sql(TERMS)
            .param("version", modelVersion)
            .param("consumers", terms.consumers().toArray(String[]::new))
            .param("expires", terms.expires().atOffset(ZoneOffset.UTC))
            .update());
  }

  /** Closes for good. */
  public void close(String modelVersion) {
    requireOne("closed", modelVersion, at(CLOSE, modelVersion));
  }

  /** What a step says that finds its version's period closed, and therefore does nothing. */
  public static Fact closedBefore(Step step, Clock clock) {
    return step.fact("service-period-was-closed", clock, Map.of("activity", step.activity()));
  }

  private int at(String change, String modelVersion) {
    return jdbc.sql(change)
        .param("version", modelVersion)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whoever changes a period has made sure that it is there: anything else is trouble. */
  private static void requireOne(String change, String modelVersion, int periods) {
    if (periods != 1) {
      throw new IllegalStateException(
          periods + " service periods of " + modelVersion + " would be " + change + ", not one");
    }
  }

  private static ServicePeriod period(ResultSet row, int number) throws SQLException {
    return new ServicePeriod(
        row.getString("service"),
        row.getString("endpoint"),
        row.getString("model_version"),
        row.getString("authorization_id"),
        row.getString("configuration"),
        List.of((String[]) row.getArray("consumers").getArray()),
        instant(row, "opened_at"),
        instant(row, "expires"),
        row.getBoolean("stopped"),
        row.getBoolean("held"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
