package io.sallyport.aws.jobs;

import static io.sallyport.aws.jobs.TrainingRequests.definition;
import static io.sallyport.aws.jobs.TrainingRequests.request;
import static io.sallyport.aws.jobs.TrainingRequests.requireSafe;

import io.sallyport.aws.Adoption;
import io.sallyport.aws.ResourceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;

/**
 * SageMaker training jobs: started once under a name, read, stopped (S05, S07). Nothing here waits
 * or judges; an event or a timer makes the process look again.
 */
@Component
public class TrainingJobs {

  private final SageMakerClient sageMaker;

  public TrainingJobs(SageMakerClient sageMaker) {
    this.sageMaker = sageMaker;
  }

  /** Starts the job, or adopts what an earlier try started under this name. Returns its ARN. */
  public String startOrAdopt(ResourceName name, TrainingJobDefinition wanted) {
    try {
      return sageMaker.createTrainingJob(request(name, wanted)).trainingJobArn();
    } catch (ResourceInUseException nameTaken) {
      DescribeTrainingJobResponse found = describe(name);
      requireSafe(name, found);
      Adoption.requireSame(name, definition(found, wanted.tags()), wanted);
      return found.trainingJobArn();
    }
  }

  /** The artifact's address is the output {@code model}, once the job has completed. */
  public JobStatus read(ResourceName name) {
    DescribeTrainingJobResponse job = describe(name);
    JobState state = JobState.of(job.trainingJobStatusAsString());
    JobMessage message = JobMessage.of(lastMessage(job.secondaryStatusTransitions()));
    return new JobStatus(
        name.value(),
        job.trainingJobArn(),
        state,
        Optional.ofNullable(job.failureReason()),
        state == JobState.COMPLETED
            ? Map.of("model", job.modelArtifacts().s3ModelArtifacts())
            : Map.of(),
        message.progress(),
        message.lastLogLine(),
        Optional.ofNullable(job.trainingEndTime()));
  }

  /** Asks the job to end; a job that has ended stays as it is. */
  public void stop(ResourceName name) {
    try {
      sageMaker.stopTrainingJob(stop -> stop.trainingJobName(name.value()));
    } catch (SageMakerException refused) {
      if (read(name).state() == JobState.RUNNING) throw refused;
    }
  }

  private static String lastMessage(List<SecondaryStatusTransition> transitions) {
    if (transitions.isEmpty()) return "";
    String message = transitions.get(transitions.size() - 1).statusMessage();
    return message == null ? "" : message;
  }

  private DescribeTrainingJobResponse describe(ResourceName name) {
    return sageMaker.describeTrainingJob(job -> job.trainingJobName(name.value()));
  }
}
