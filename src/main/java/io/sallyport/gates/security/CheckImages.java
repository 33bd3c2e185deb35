package io.sallyport.gates.security;

import io.sallyport.authority.Membership;
import io.sallyport.authority.Role;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.custody.Ledger;
import io.sallyport.gates.Settings;
import io.sallyport.models.Documents;
import io.sallyport.models.Findings;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.OwnJobs;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import io.sallyport.rules.Finding;
import io.sallyport.rules.boundary.NoWeightsFromOutside;
import io.sallyport.rules.security.ArtifactScan;
import io.sallyport.rules.security.ImageFacts;
import io.sallyport.rules.security.SecurityFacts;
import io.sallyport.rules.security.SecurityRules;
import io.sallyport.rules.security.SecuritySummary;
import io.sallyport.rules.security.SeverityLimits;
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
 * Task <i>Check the images and weights</i> of {@code gate-2-security-review} (S06, S10): gathers
 * what is known of artifact and images, judges it by the book, and hands the table its summary.
 */
@Component
class CheckImages implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final ProcessingJobs jobs;
  private final ExactCopies copies;
  private final Documents documents;
  private final ImageEvidence images;
  private final OwnJobs own;
  private final Settings settings;
  private final Ledger ledger;
  private final Clock clock;

  CheckImages(
      Steps steps,
      Models models,
      ProcessingJobs jobs,
      ExactCopies copies,
      Documents documents,
      ImageEvidence images,
      OwnJobs own,
      Settings settings,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.jobs = jobs;
    this.copies = copies;
    this.documents = documents;
    this.images = images;
    this.own = own;
    this.settings = settings;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    StoredObject scan = scan(version, StepJobs.name(execution, Kind.SCAN));
    SecurityFacts facts = facts(version, scan);
    List<Finding> findings = SecurityRules.BOOK.check(facts);
    StoredObject recorded = documents.write(version.program(), "security-facts.json", facts);
    ledger.append(
        step.fact(
            Lineage.SECURITY_CHECKED,
            clock,
            Map.of(
                "modelDigest", version.trainedDigest(),
                "scanSha256", scan.sha256(),
                "factsUri", recorded.uri(),
                "factsSha256", recorded.sha256(),
                "builders", facts.images().stream().map(ImageFacts::builder).toList(),
                "findings", Findings.json(findings))));
    execution.setVariables(SecuritySummary.of(findings, facts).variables());
    execution.setVariable("reviewers", reviewers(version));
  }

  private static List<String> reviewers(ModelVersion version) {
    return new ArrayList<>(
        List.of(new Membership(version.program(), Role.SECURITY_REVIEWER).group()));
  }

  private StoredObject scan(ModelVersion version, ResourceName job) {
    String uri = jobs.read(job).outputUri("scan") + "/artifact-scan.json";
    return copies.copyCurrent(uri, version.program());
  }

  private SecurityFacts facts(ModelVersion version, StoredObject scan) {
    var containers = version.submission().containers();
    return new SecurityFacts(
        documents.read(scan.uri(), ArtifactScan.class),
        version.trainedDigest(),
        List.of(
            images.of(ImageFacts.Role.PROCESSING, own.image()),
            images.of(ImageFacts.Role.TRAINING, containers.training()),
            images.of(ImageFacts.Role.INFERENCE, containers.inference())),
        NoWeightsFromOutside.namedBy(version.submission()),
        new SecurityFacts.Trust(settings.imageSigners(), settings.scanners()),
        SeverityLimits.STRICT,
        clock.instant());
  }
}
