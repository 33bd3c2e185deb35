package io.sallyport.aws.jobs;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.Safeguards;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sagemaker.model.CreateProcessingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeProcessingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.NetworkConfig;
import software.amazon.awssdk.services.sagemaker.model.ProcessingClusterConfig;
import software.amazon.awssdk.services.sagemaker.model.ProcessingInput;
import software.amazon.awssdk.services.sagemaker.model.ProcessingOutput;
import software.amazon.awssdk.services.sagemaker.model.ProcessingS3DataDistributionType;
import software.amazon.awssdk.services.sagemaker.model.ProcessingS3DataType;
import software.amazon.awssdk.services.sagemaker.model.ProcessingS3InputMode;
import software.amazon.awssdk.services.sagemaker.model.ProcessingS3UploadMode;

/** A processing job in SageMaker's words, there and back. */
final class ProcessingRequests {

  private ProcessingRequests() {}

  static CreateProcessingJobRequest request(ResourceName name, ProcessingJobDefinition wanted) {
    Placement placement = wanted.placement();
    return CreateProcessingJobRequest.builder()
        .processingJobName(name.value())
        .roleArn(placement.role())
        .appSpecification(
            app -> {
              app.imageUri(wanted.image().value());
              // SageMaker refuses an empty list: at least one argument, or none at all.
              if (!wanted.arguments().isEmpty()) app.containerArguments(wanted.arguments());
            })
        .environment(wanted.environment())
        .processingInputs(wanted.inputs().stream().map(ProcessingRequests::input).toList())
        .processingOutputConfig(
            outputs ->
                outputs
                    .kmsKeyId(wanted.outputKey())
                    .outputs(wanted.outputs().stream().map(ProcessingRequests::output).toList()))
        .processingResources(resources -> resources.clusterConfig(cluster(placement.machine())))
        .stoppingCondition(
            stop -> stop.maxRuntimeInSeconds((int) placement.maxRuntime().toSeconds()))
        .networkConfig(
            network ->
                network
                    .enableNetworkIsolation(true)
                    .enableInterContainerTrafficEncryption(true)
                    .vpcConfig(placement.vpc().toConfig()))
        .tags(Tags.of(wanted.tags()))
        .build();
  }

  /** What is there has what every job has. */
  static void requireSafe(ResourceName name, DescribeProcessingJobResponse job) {
    NetworkConfig network =
        Optional.ofNullable(job.networkConfig()).orElse(NetworkConfig.builder().build());
    new Safeguards(name)
        .isolated(network.enableNetworkIsolation())
        .encryptedBetweenContainers(network.enableInterContainerTrafficEncryption())
        .inVpc(network.vpcConfig())
        .require();
  }

  /** What is there; tags are those wanted, since a description does not hold them. */
  static ProcessingJobDefinition definition(
      DescribeProcessingJobResponse job, Map<String, String> tags) {
    ProcessingClusterConfig cluster = job.processingResources().clusterConfig();
    return new ProcessingJobDefinition(
        new ImageUri(job.appSpecification().imageUri()),
        job.appSpecification().containerArguments(),
        job.environment(),
        job.processingInputs().stream().map(ProcessingRequests::input).toList(),
        job.processingOutputConfig().outputs().stream().map(ProcessingRequests::output).toList(),
        job.processingOutputConfig().kmsKeyId(),
        new Placement(
            job.roleArn(),
            new Machine(
                cluster.instanceTypeAsString(),
                cluster.instanceCount(),
                cluster.volumeSizeInGB(),
                cluster.volumeKmsKeyId()),
            Vpc.of(job.networkConfig().vpcConfig()),
            Duration.ofSeconds(job.stoppingCondition().maxRuntimeInSeconds())),
        tags);
  }

  private static ProcessingClusterConfig cluster(Machine machine) {
    return ProcessingClusterConfig.builder()
        .instanceType(machine.instanceType())
        .instanceCount(machine.instanceCount())
        .volumeSizeInGB(machine.volumeSizeGb())
        .volumeKmsKeyId(machine.volumeKey())
        .build();
  }

  private static ProcessingInput input(JobInput input) {
    return ProcessingInput.builder()
        .inputName(input.name())
        .s3Input(
            s3 ->
                s3.s3Uri(input.uri())
                    .localPath(input.localPath())
                    .s3DataType(ProcessingS3DataType.S3_PREFIX)
                    .s3InputMode(ProcessingS3InputMode.FILE)
                    .s3DataDistributionType(ProcessingS3DataDistributionType.FULLY_REPLICATED))
        .build();
  }

  private static JobInput input(ProcessingInput input) {
    return new JobInput(input.inputName(), input.s3Input().s3Uri(), input.s3Input().localPath());
  }

  private static ProcessingOutput output(JobOutput output) {
    return ProcessingOutput.builder()
        .outputName(output.name())
        .s3Output(
            s3 ->
                s3.s3Uri(output.uri())
                    .localPath(output.localPath())
                    .s3UploadMode(ProcessingS3UploadMode.END_OF_JOB))
        .build();
  }

  private static JobOutput output(ProcessingOutput output) {
    return new JobOutput(
        output.outputName(), output.s3Output().localPath(), output.s3Output().s3Uri());
  }
}
