package io.sallyport.models.pages;

import io.sallyport.authority.Moment;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.aws.jobs.TrainingJobs;
import io.sallyport.aws.jobs.TransformJobs;
import io.sallyport.models.RunningJobs;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.RunningJobs.RunningJob;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What running jobs say of themselves now. AWS not answering breaks no page. */
@Component
class JobReports {

  private static final Logger log = LoggerFactory.getLogger(JobReports.class);

  private final RunningJobs running;
  private final ProcessingJobs processing;
  private final TrainingJobs training;
  private final TransformJobs transforms;
  private final Clock clock;

  JobReports(
      RunningJobs running,
      ProcessingJobs processing,
      TrainingJobs training,
      TransformJobs transforms,
      Clock clock) {
    this.running = running;
    this.processing = processing;
    this.training = training;
    this.transforms = transforms;
    this.clock = clock;
  }

  List<JobReport> of(String modelVersion) {
    return running.of(modelVersion).stream().map(this::report).toList();
  }

  private JobReport report(RunningJob job) {
    Optional<JobStatus> status = status(job);
    boolean open = job.kind() == Kind.PROCESSING || job.kind() == Kind.TRAINING;
    return new JobReport(
        job.kind().word(),
        job.name(),
        Moment.length(Duration.between(job.startedAt(), clock.instant())),
        status
            .filter(one -> one.progress().isPresent())
            .map(one -> (int) Math.round(one.progress().getAsDouble() * 100))
            .orElse(-1),
        open ? status.flatMap(JobStatus::lastLogLine).orElse("") : "");
  }

  private Optional<JobStatus> status(RunningJob job) {
    ResourceName name = new ResourceName(job.name());
    try {
      return Optional.of(
          switch (job.kind()) {
            case PROCESSING, EVALUATION, SCAN -> processing.read(name);
            case TRAINING -> training.read(name);
            case TRANSFORM -> transforms.read(name);
          });
    } catch (RuntimeException unanswered) {
      log.info("{} tells nothing now: {}", job.name(), unanswered.getMessage());
      return Optional.empty();
    }
  }
}
