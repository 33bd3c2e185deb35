package io.sallyport.aws.jobs;

import static io.sallyport.aws.jobs.ProcessingRequests.definition;
import static io.sallyport.aws.jobs.ProcessingRequests.request;
import static io.sallyport.aws.jobs.ProcessingRequests.requireSafe;
import static java.util.stream.Collectors.toMap;

import io.sallyport.aws.Adoption;
import io.sallyport.aws.ResourceName;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeProcessingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

/**
 * SageMaker processing jobs: started once under a name, read, stopped (S05, S09). Nothing here
 * waits or judges; an event or a timer makes the process look again.
 */
@Component
public class ProcessingJobs {

  private final SageMakerClient sageMaker;

  public ProcessingJobs(SageMakerClient sageMaker) {
    this.sageMaker = sageMaker;
  }

  /** Starts the job, or adopts what an earlier try started under this name. Returns its ARN. */
  public String startOrAdopt(ResourceName name, ProcessingJobDefinition wanted) {
    try {
      return sageMaker.createProcessingJob(request(name, wanted)).processingJobArn();
    } catch (ResourceInUseException nameTaken) {
      DescribeProcessingJobResponse found = describe(name);
      requireSafe(name, found);
      Adoption.requireSame(name, definition(found, wanted.tags()), wanted);
      return found.processingJobArn();
    }
  }

  public JobStatus read(ResourceName name) {
    DescribeProcessingJobResponse job = describe(name);
    JobState state = JobState.of(job.processingJobStatusAsString());
    JobMessage message = JobMessage.of(job.exitMessage());
    return new JobStatus(
        name.value(),
        job.processingJobArn(),
        state,
        state == JobState.FAILED ? reason(job) : Optional.empty(),
        job.processingOutputConfig().outputs().stream()
            .collect(toMap(output -> output.outputName(), output -> output.s3Output().s3Uri())),
        message.progress(),
        message.lastLogLine(),
        Optional.ofNullable(job.processingEndTime()));
  }

  /** Asks the job to end; a job that has ended stays as it is. */
  public void stop(ResourceName name) {
    try {
      sageMaker.stopProcessingJob(stop -> stop.processingJobName(name.value()));
    } catch (SageMakerException refused) {
      if (read(name).state() == JobState.RUNNING) throw refused;
    }
  }

  /** The container's own words, where it left some, else SageMaker's. */
  private static Optional<String> reason(DescribeProcessingJobResponse job) {
    return Optional.ofNullable(job.failureReason())
        .or(() -> Optional.ofNullable(job.exitMessage()));
  }

  private DescribeProcessingJobResponse describe(ResourceName name) {
    return sageMaker.describeProcessingJob(job -> job.processingJobName(name.value()));
  }
}
