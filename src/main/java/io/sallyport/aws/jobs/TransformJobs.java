package io.sallyport.aws.jobs;

import io.sallyport.aws.Adoption;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.Safeguards;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.AssemblyType;
import software.amazon.awssdk.services.sagemaker.model.BatchStrategy;
import software.amazon.awssdk.services.sagemaker.model.CreateTransformJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTransformJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.S3DataType;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.SplitType;
import software.amazon.awssdk.services.sagemaker.model.TransformInput;
import software.amazon.awssdk.services.sagemaker.model.TransformOutput;

/**
 * SageMaker batch transforms: a model answers the rows of the held-out set (S09). Nothing here
 * waits or judges; an event or a timer makes the process look again.
 */
@Component
public class TransformJobs {

  private static final int PAYLOAD_MB_MAX = 6;
  private static final String ROWS = "text/csv";
  private static final String LINES = "application/jsonlines";

  private final SageMakerClient sageMaker;

  public TransformJobs(SageMakerClient sageMaker) {
    this.sageMaker = sageMaker;
  }

  /** Starts the job, or adopts what an earlier try started under this name. Returns its ARN. */
  public String startOrAdopt(ResourceName name, TransformJobDefinition wanted) {
    try {
      return sageMaker.createTransformJob(request(name, wanted)).transformJobArn();
    } catch (ResourceInUseException nameTaken) {
      DescribeTransformJobResponse found = describe(name);
      requireSafe(name, found);
      Adoption.requireSame(name, definition(found, wanted), wanted);
      return found.transformJobArn();
    }
  }

  /** The prefix with the predictions is the output {@code predictions}. */
  public JobStatus read(ResourceName name) {
    DescribeTransformJobResponse job = describe(name);
    return new JobStatus(
        name.value(),
        job.transformJobArn(),
        JobState.of(job.transformJobStatusAsString()),
        Optional.ofNullable(job.failureReason()),
        Map.of("predictions", job.transformOutput().s3OutputPath()),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.ofNullable(job.transformEndTime()));
  }

  /** Asks the job to end; a job that has ended stays as it is. */
  public void stop(ResourceName name) {
    try {
      sageMaker.stopTransformJob(stop -> stop.transformJobName(name.value()));
    } catch (SageMakerException refused) {
      if (read(name).state() == JobState.RUNNING) throw refused;
    }
  }

  static CreateTransformJobRequest request(ResourceName name, TransformJobDefinition wanted) {
    return CreateTransformJobRequest.builder()
        .transformJobName(name.value())
        .modelName(wanted.model())
        .maxConcurrentTransforms(1)
        .maxPayloadInMB(PAYLOAD_MB_MAX)
        .batchStrategy(BatchStrategy.MULTI_RECORD)
        .environment(wanted.environment())
        .transformInput(
            input ->
                input
                    .contentType(ROWS)
                    .splitType(SplitType.LINE)
                    .dataSource(
                        source ->
                            source.s3DataSource(
                                s3 ->
                                    s3.s3Uri(wanted.inputUri()).s3DataType(S3DataType.S3_PREFIX))))
        .transformOutput(
            output ->
                output
                    .s3OutputPath(wanted.outputUri())
                    .accept(LINES)
                    .assembleWith(AssemblyType.LINE)
                    .kmsKeyId(wanted.outputKey()))
        .transformResources(
            resources ->
                resources
                    .instanceType(wanted.machine().instanceType())
                    .instanceCount(wanted.machine().instanceCount())
                    .volumeKmsKeyId(wanted.machine().volumeKey()))
        .tags(Tags.of(wanted.tags()))
        .build();
  }

  /** A row in, a line out, and no copy of either anywhere else. */
  static void requireSafe(ResourceName name, DescribeTransformJobResponse job) {
    TransformInput input = job.transformInput();
    TransformOutput output = job.transformOutput();
    new Safeguards(name)
        .has(
            "rows of " + ROWS,
            ROWS.equals(input.contentType()) && input.splitType() == SplitType.LINE,
            "given other rows")
        .has(
            "lines of " + LINES,
            LINES.equals(output.accept()) && output.assembleWith() == AssemblyType.LINE,
            "answering otherwise")
        .has("no copy of its rows", job.dataCaptureConfig() == null, "copying its rows")
        .require();
  }

  /** What is there; tags and the volume's size are those wanted: a description lacks them. */
  private static TransformJobDefinition definition(
      DescribeTransformJobResponse job, TransformJobDefinition wanted) {
    return new TransformJobDefinition(
        job.modelName(),
        job.transformInput().dataSource().s3DataSource().s3Uri(),
        job.transformOutput().s3OutputPath(),
        job.transformOutput().kmsKeyId(),
        new Machine(
            job.transformResources().instanceTypeAsString(),
            job.transformResources().instanceCount(),
            wanted.machine().volumeSizeGb(),
            job.transformResources().volumeKmsKeyId()),
        job.environment(),
        wanted.tags());
  }

  private DescribeTransformJobResponse describe(ResourceName name) {
    return sageMaker.describeTransformJob(job -> job.transformJobName(name.value()));
  }
}
