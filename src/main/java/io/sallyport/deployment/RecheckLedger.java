package io.sallyport.deployment;

import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.custody.Evidence;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.proof.Digest;
import io.sallyport.custody.proof.Statement;
import io.sallyport.models.Authorizations;
import io.sallyport.models.Lineage;
import io.sallyport.models.Refusals;
import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.AuthorizationFacts;
import io.sallyport.rules.authorization.AuthorizationRules;
import io.sallyport.rules.service.ArtifactFacts;
import io.sallyport.rules.service.ServiceRules;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Re-check the ledger</i> of {@code deployment} and {@code emergency-stop} (design, defence
 * in depth): from facts alone, did this SHA-256 pass gates 1 and 2, and does it carry the
 * signatures that its tier needs? Whatever the diagram says, a 'no' here ends the deployment.
 */
@Component
class RecheckLedger implements JavaDelegate {

  private final Steps steps;
  private final Authorizations authorizations;
  private final ExactCopies copies;
  private final Evidence evidence;
  private final Refusals refusals;
  private final Ledger ledger;
  private final Clock clock;

  RecheckLedger(
      Steps steps,
      Authorizations authorizations,
      ExactCopies copies,
      Evidence evidence,
      Refusals refusals,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.authorizations = authorizations;
    this.copies = copies;
    this.evidence = evidence;
    this.refusals = refusals;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    AuthorizationFacts facts = authorizations.facts(step.modelVersion());
    List<Finding> findings = new ArrayList<>(AuthorizationRules.BOOK.check(facts));
    findings.addAll(artifact(step, facts));
    refusals.refuseFor(findings, step, Lineage.DEPLOYMENT_REFUSED);
    Digest envelope = evidence.record(step.modelVersion(), summary(step, facts));
    ledger.append(
        step.fact(
            "deployment-checked",
            clock,
            Map.of("modelDigest", facts.modelDigest(), "envelope", envelope.hex())));
  }

  /** The bytes that are about to be deployed are read again. */
  private List<Finding> artifact(Step step, AuthorizationFacts facts) {
    String uri = Lineage.of(ledger, step.modelVersion()).text(Lineage.TRAINED, "artifactUri");
    String found = copies.measure(uri).sha256();
    return ServiceRules.ABOUT_THE_ARTIFACT.check(
        new ArtifactFacts(uri, found, facts.modelDigest()));
  }

  private Statement summary(Step step, AuthorizationFacts facts) {
    List<Map<String, Object>> inputs =
        evidence.about(step.modelVersion()).stream()
            .map(
                envelope ->
                    Map.<String, Object>of("digest", Map.of("sha256", envelope.digest().hex())))
            .toList();
    return new Statement(
        List.of(new Statement.Subject("model.tar.gz", new Digest(facts.modelDigest()))),
        Statement.VERIFICATION_SUMMARY,
        Map.of(
            "verifier", Map.of("id", "https://sallyport.io/verifiers/recheck-ledger"),
            "timeVerified", clock.instant().toString(),
            "resourceUri", "urn:sallyport:model-version:" + step.modelVersion(),
            "policy", Map.of("uri", "https://sallyport.io/rules/authorization"),
            "inputAttestations", inputs,
            "verificationResult", "PASSED",
            "verifiedLevels", List.of("SALLYPORT_AUTHORIZED")));
  }
}
