package io.sallyport.training;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobState;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.aws.jobs.TrainingJobs;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Findings;
import io.sallyport.models.JobReading;
import io.sallyport.models.Lineage;
import io.sallyport.rules.Finding;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Read how the job stands</i> of {@code training-run}. Training that failed or was stopped
 * is the submitter's business: the version is rejected with the reason that SageMaker gives.
 */
@Component
class ReadTrainingJob implements JavaDelegate {

  private final Steps steps;
  private final TrainingJobs jobs;
  private final JobReading reading;
  private final Ledger ledger;
  private final Clock clock;

  ReadTrainingJob(Steps steps, TrainingJobs jobs, JobReading reading, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.jobs = jobs;
    this.reading = reading;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    JobStatus status = jobs.read(new ResourceName(Step.text(execution, "trainingJob")));
    boolean ended = reading.ended(execution, status);
    if (ended && status.state() != JobState.COMPLETED) {
      reject(steps.of(execution), status);
    }
  }

  private void reject(Step step, JobStatus status) {
    List<Finding> findings =
        List.of(
            new Finding(
                "training/the-job-completes",
                status.name(),
                status.state() + ": " + status.failureReason().orElse("no reason given"),
                "Completed"));
    ledger.append(
        step.fact(Lineage.TRAINING_REJECTED, clock, Map.of("findings", Findings.json(findings))));
    throw new BpmnError("training-rejected", Findings.firstOf(findings));
  }
}
