package io.sallyport.deployment;

import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Person;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.Invocation;
import io.sallyport.aws.serving.Invocations;
import io.sallyport.aws.serving.ModelAnswer;
import io.sallyport.custody.proof.Digest;
import io.sallyport.rules.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Predictions come through the product (S14, S15): a consumer of the authorization in force is
 * answered, everybody else refused; either way one row is committed before the answer leaves.
 */
@Component
class Predictions {

  /** What a consumer is called: {@code person:<sub>} or {@code machine:<client>}. */
  static String principal(Person person) {
    return person.machine() ? "machine:" + person.client() : "person:" + person.subject();
  }

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
  ModelAnswer predict(String endpoint, byte[] rows, Person requester) {
    Request request =
        new Request(
            UUID.randomUUID(),
            principal(requester),
            endpoint,
            Digest.of(rows).hex(),
            clock.instant());
    Optional<ServicePeriod> period = periods.at(endpoint);
    try {
      requirePermitted(period, request);
      ModelAnswer answer =
          invocations.invoke(
              Caller.INVOKING, new Invocation(endpoint, rows, request.id().toString()));
      log(request, period, 200, "");
      return answer;
    } catch (Refused refused) {
      log(request, period, 422, refused.findings().get(0).rule());
      throw refused;
    } catch (Forbidden forbidden) {
      log(request, period, 403, forbidden.findings().get(0).rule());
      throw forbidden;
    }
  }

  private void requirePermitted(Optional<ServicePeriod> period, Request request) {
    ServicePeriod open =
        period.orElseThrow(
            () ->
                new Forbidden(
                    "service/an-authorization-is-in-force",
                    request.endpoint(),
                    "not in service",
                    "an endpoint in service"));
    if (open.suspended()) {
      throw new Forbidden(
          "service/an-authorization-is-in-force", request.endpoint(), "suspended", "in service");
    }
    if (!request.receivedAt().isBefore(open.expires())) {
      throw new Forbidden(
          "service/an-authorization-is-in-force",
          request.endpoint(),
          "expired",
          "before " + open.expires());
    }
    if (!open.consumers().contains(request.requester())) {
      throw new Forbidden(
          "service/the-requester-is-a-consumer",
          request.requester(),
          "not a consumer of " + request.endpoint(),
          open.consumers());
    }
  }

  private void log(Request request, Optional<ServicePeriod> period, int status, String refusedBy) {
    jdbc.sql(INSERT)
        .param("id", request.id())
        .param("requester", request.requester())
        .param("endpoint", request.endpoint())
        .param("authorization", period.map(ServicePeriod::authorizationId).orElse(null))
        .param("sha256", request.sha256())
        .param("receivedAt", request.receivedAt().atOffset(ZoneOffset.UTC))
        .param("status", status)
        .param("refusedBy", refusedBy.isEmpty() ? null : refusedBy)
        .param("latency", Duration.between(request.receivedAt(), clock.instant()).toNanos() / 1_000)
        .update();
  }

  private record Request(
      UUID id, String requester, String endpoint, String sha256, Instant receivedAt) {}
}
