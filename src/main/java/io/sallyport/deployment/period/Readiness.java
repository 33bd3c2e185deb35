package io.sallyport.deployment.period;

import io.sallyport.custody.Ledger;
import io.sallyport.models.Authorizations;
import io.sallyport.models.Lineage;
import io.sallyport.models.Models;
import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.AuthorizationRules;
import io.sallyport.rules.service.OpeningFacts;
import io.sallyport.rules.service.OpeningFacts.Deployed;
import io.sallyport.rules.service.ServiceRules;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Whether a version may come to answer now (S13; design, defence in depth): asked under its lock,
 * from facts alone, in the transaction that lets it. Whatever diagram led here, and whatever ended
 * since the ledger was asked before: a version that expired or was withdrawn meanwhile does not
 * answer.
 */
@Component
public class Readiness {

  private final Models models;
  private final Authorizations authorizations;
  private final Ledger ledger;

  Readiness(Models models, Authorizations authorizations, Ledger ledger) {
    this.models = models;
    this.authorizations = authorizations;
    this.ledger = ledger;
  }

  /** What keeps the version from answering at this endpoint with this configuration. */
  public List<Finding> findings(String modelVersion, String endpoint, String configuration) {
    List<Finding> findings =
        new ArrayList<>(AuthorizationRules.BOOK.check(authorizations.facts(modelVersion)));
    Deployed deployed =
        new Deployed(models.of(modelVersion).trainedDigest(), endpoint, configuration);
    findings.addAll(
        ServiceRules.ABOUT_AN_OPENING.check(
            OpeningFacts.of(deployed, Lineage.of(ledger, modelVersion).past())));
    return List.copyOf(findings);
  }
}
