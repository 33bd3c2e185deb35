package io.sallyport.deployment;

import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Person;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.Invocation;
import io.sallyport.aws.serving.Invocations;
import io.sallyport.aws.serving.ModelAnswer;
import io.sallyport.custody.proof.Digest;
import io.sallyport.deployment.period.ServicePeriods;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.rules.service.InvocationFacts;
import io.sallyport.rules.service.InvocationFacts.Period;
import io.sallyport.rules.service.ServiceRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Predictions come through the product (S14, S15): a consumer of the authorization in force is
 * answered, everybody else refused; either way, and when the endpoint fails, one row is committed
 * before the answer leaves.
 */
@Component
class Predictions {

  /** What a consumer is called: {@code person:<sub>} or {@code machine:<client>}. */
  static String principal(Person person) {
    return person.machine() ? "machine:" + person.client() : "person:" + person.subject();
  }

  private static final int ANSWERED = 200;
  private static final int FORBIDDEN = 403;
  private static final int REFUSED = 422;
  private static final int UNAVAILABLE = 503;

  private static final String INSERT =
      """
      insert into deployment.invocation (id, requester, endpoint, authorization_id, request_sha256,
                                         received_at, status, refused_by, latency_micros)
      values (:id, :requester, :endpoint, :authorization, :sha256, :receivedAt, :status, :refusedBy,
              :latency)
      """;

  private final ServicePeriods periods;
  private final Invocations invocations;
  private final JdbcClient jdbc;
  private final Clock clock;

  Predictions(ServicePeriods periods, Invocations invocations, JdbcClient jdbc, Clock clock) {
    this.periods = periods;
    this.invocations = invocations;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One row committed, then the answer. */
  ModelAnswer predict(String service, byte[] rows, Person requester) {
    Request request =
        new Request(
            UUID.randomUUID(),
            principal(requester),
            service,
            Digest.of(rows).hex(),
            clock.instant());
    Optional<ServicePeriod> period = periods.at(service);
    ModelAnswer answer = answer(request, rows, period);
    log(request, period, ANSWERED, "");
    return answer;
  }

  private ModelAnswer answer(Request request, byte[] rows, Optional<ServicePeriod> period) {
    try {
      return invocations.invoke(
          Caller.INVOKING,
          new Invocation(permitted(period, request), rows, request.id().toString()));
    } catch (Forbidden forbidden) {
      log(request, period, FORBIDDEN, forbidden.findings().get(0).rule());
      throw forbidden;
    } catch (Refused refused) {
      log(request, period, REFUSED, refused.findings().get(0).rule());
      throw refused;
    } catch (RuntimeException trouble) {
      log(request, period, UNAVAILABLE, "");
      throw trouble;
    }
  }

  /** The endpoint of the version that may answer this request now. */
  private static String permitted(Optional<ServicePeriod> period, Request request) {
    List<Finding> findings =
        ServiceRules.ABOUT_AN_INVOCATION.check(
            new InvocationFacts(
                request.service(),
                request.requester(),
                period.map(open -> new Period(open.consumers(), open.expires(), open.suspended())),
                request.receivedAt()));
    if (!findings.isEmpty()) throw new Forbidden(findings);
    return period.map(ServicePeriod::endpoint).orElseThrow();
  }

  private void log(Request request, Optional<ServicePeriod> period, int status, String refusedBy) {
    jdbc.sql(INSERT)
        .param("id", request.id())
        .param("requester", request.requester())
        .param("endpoint", request.service())
        .param("authorization", period.map(ServicePeriod::authorizationId).orElse(null))
        .param("sha256", request.sha256())
        .param("receivedAt", request.receivedAt().atOffset(ZoneOffset.UTC))
        .param("status", status)
        .param("refusedBy", refusedBy.isEmpty() ? null : refusedBy)
        .param("latency", Duration.between(request.receivedAt(), clock.instant()).toNanos() / 1_000)
        .update();
  }

  private record Request(
      UUID id, String requester, String service, String sha256, Instant receivedAt) {}
}
