package io.sallyport.monitoring.windows;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobInput;
import io.sallyport.aws.jobs.JobOutput;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.aws.jobs.ProcessingJobDefinition;
import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.aws.objects.CapturedHours;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.serving.EndpointConfigDefinition;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.Documents;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.OwnJobs;
import io.sallyport.rules.drift.WindowPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The jobs {@code compare}: one counts one window, under a name that follows from both (S18). */
@Component
class WindowJobs {

  private static final String INPUT = "/opt/ml/processing/input/";
  private static final String OUTPUT = "/opt/ml/processing/output/window";

  private final Models models;
  private final OwnJobs own;
  private final ProcessingJobs jobs;
  private final CapturedHours captured;
  private final ExactCopies copies;
  private final Documents documents;
  private final Ledger ledger;
  private final Settings settings;

  WindowJobs(
      Models models,
      OwnJobs own,
      ProcessingJobs jobs,
      CapturedHours captured,
      ExactCopies copies,
      Documents documents,
      Ledger ledger,
      Settings settings) {
    this.models = models;
    this.own = own;
    this.jobs = jobs;
    this.captured = captured;
    this.copies = copies;
    this.documents = documents;
    this.ledger = ledger;
    this.settings = settings;
  }

  /** Starts the window's job, or adopts it; false if nothing was captured. */
  boolean start(DriftWindow window, ServicePeriod period) {
    ModelVersion version = models.of(window.modelVersion());
    List<String> hours =
        captured.between(
            own.runPrefix(version, "capture")
                + period.endpoint()
                + "/"
                + EndpointConfigDefinition.VARIANT
                + "/",
            window.from(),
            window.to().plus(settings.captureDelay()));
    if (hours.isEmpty()) return false;
    jobs.startOrAdopt(name(window), definition(window, version, hours));
    return true;
  }

  JobStatus read(DriftWindow window) {
    return jobs.read(name(window));
  }

  /** Keeps what a completed job counted under its digest; where it lies. */
  String counted(DriftWindow window, JobStatus completed) {
    String program = models.of(window.modelVersion()).program();
    return copies.copyCurrent(completed.outputUri("window") + "/window.json", program).uri();
  }

  private static ResourceName name(DriftWindow window) {
    String subject = window.modelVersion() + " " + window.from();
    return ResourceName.of(subject, "compare", window.attempt());
  }

  private ProcessingJobDefinition definition(
      DriftWindow window, ModelVersion version, List<String> hours) {
    Lineage lineage = Lineage.of(ledger, version.id());
    String plan = documents.write(version.program(), "plan.json", plan(window, lineage)).uri();
    List<JobInput> inputs = new ArrayList<>();
    inputs.add(
        new JobInput(
            "baseline", lineage.text(Lineage.GATE_1_PASSED, "baselineUri"), INPUT + "baseline"));
    inputs.add(new JobInput("plan", plan, INPUT + "plan"));
    for (int i = 0; i < hours.size(); i++) {
      inputs.add(new JobInput("capture-" + i, hours.get(i), INPUT + "capture/" + i));
    }
    String output = own.runPrefix(version, name(window).value()) + "window";
    return own.definition(
        version, "compare", inputs, List.of(new JobOutput("window", OUTPUT, output)));
  }

  private static WindowPlan plan(DriftWindow window, Lineage lineage) {
    return new WindowPlan(
        lineage.text(Lineage.GATE_1_PASSED, "baselineSha256"),
        window.from().toString(),
        window.to().toString(),
        lineage.all("answers-verified").stream()
            .flatMap(fact -> texts(fact.payload().path("inferenceIds")))
            .toList());
  }

  private static Stream<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText);
  }
}
