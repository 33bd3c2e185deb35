package io.sallyport.models;

import io.sallyport.custody.Ledger;
import io.sallyport.rules.authorization.AuthorizationFacts;
import io.sallyport.rules.authorization.AuthorizationHistory;
import io.sallyport.rules.authorization.AuthorizationHistory.Asked;
import io.sallyport.rules.authorization.Terms;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the ledger authorizes (S11, S13, F32), read from facts alone: whether a version may answer,
 * until when, and for whom. What the facts come to is {@link AuthorizationHistory}'s business, here
 * and offline.
 */
@Component
public class Authorizations {

  private final Models models;
  private final Ledger ledger;
  private final Clock clock;

  Authorizations(Models models, Ledger ledger, Clock clock) {
    this.models = models;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** What the book of authorization judges. */
  public AuthorizationFacts facts(String modelVersion) {
    ModelVersion version = models.of(modelVersion);
    String asked = version.submission().envelope().expires();
    return history(modelVersion).facts(new Asked(version.trainedDigest(), asked), clock.instant());
  }

  /** The end of the authorization, exclusive. */
  public Instant expires(String modelVersion) {
    return terms(modelVersion).expires();
  }

  /** What it may do now, and for whom: asked for, limited at Gate 3, decided after episodes. */
  public Terms terms(String modelVersion) {
    return history(modelVersion).terms(models.of(modelVersion).submission().envelope().expires());
  }

  /** Who may ask for predictions now. */
  public List<String> consumers(String modelVersion) {
    return terms(modelVersion).consumers();
  }

  /** Who had which part in the version, by subject id. */
  public Map<String, List<String>> parts(String modelVersion) {
    return history(modelVersion).parts();
  }

  /** The same, with what a person did in the newest episode. */
  public Map<String, List<String>> partsInEpisode(String modelVersion) {
    return history(modelVersion).partsInEpisode();
  }

  /** The digest of the fact by which the version was authorized: what a prediction row names. */
  public String authorizationId(String modelVersion) {
    return Lineage.of(ledger, modelVersion)
        .newest(Lineage.GATE_3_PASSED)
        .map(fact -> fact.sha256().hex())
        .orElseThrow(() -> new IllegalStateException(modelVersion + " did not pass Gate 3"));
  }

  private AuthorizationHistory history(String modelVersion) {
    return new AuthorizationHistory(Lineage.of(ledger, modelVersion).past());
  }
}
