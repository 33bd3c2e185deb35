package io.sallyport.monitoring;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.local.LocalBoundary;
import io.sallyport.models.Lineage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Time cannot be turned on for the whole boundary: as an administrator of the database could write
 * it, the authority of Gate 3 had wanted an earlier end.
 */
public final class EndedAuthorization {

  private static final String ENDED =
      "update deployment.service_period set expires = :at where model_version = :version";

  private EndedAuthorization() {}

  /** The authorization of the version ended yesterday, in UTC. */
  public static void yesterday(LocalBoundary boundary, String version) {
    Clock clock = boundary.bean(Clock.class);
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    Fact decided = decidedUntil(day.toString(), boundary.bean(Ledger.class), version, clock);
    boundary
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              boundary.bean(Ledger.class).append(decided);
              boundary
                  .bean(JdbcClient.class)
                  .sql(ENDED)
                  .param("at", day.atStartOfDay(ZoneOffset.UTC).toOffsetDateTime())
                  .param("version", version)
                  .update();
            });
  }

  private static Fact decidedUntil(String day, Ledger ledger, String version, Clock clock) {
    RecordedFact decided =
        ledger.facts(version).stream()
            .filter(fact -> fact.payload().path("task").asText().equals("decide-on-promotion"))
            .findFirst()
            .orElseThrow();
    Map<String, Object> payload =
        new HashMap<>(new ObjectMapper().convertValue(decided.payload(), new TypeReference<>() {}));
    payload.put("limits", Map.of("ends", day));
    return new Fact(
        Lineage.DECISION_SIGNED,
        1,
        version,
        decided.actor(),
        Optional.empty(),
        clock.instant(),
        Optional.empty(),
        payload);
  }
}
