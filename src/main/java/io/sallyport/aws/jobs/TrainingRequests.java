package io.sallyport.aws.jobs;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.Safeguards;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.sagemaker.model.Channel;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ResourceConfig;
import software.amazon.awssdk.services.sagemaker.model.S3DataDistribution;
import software.amazon.awssdk.services.sagemaker.model.S3DataType;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;

/** A training job in SageMaker's words, there and back. */
final class TrainingRequests {

  private TrainingRequests() {}

  static CreateTrainingJobRequest request(ResourceName name, TrainingJobDefinition wanted) {
    Placement placement = wanted.placement();
    return CreateTrainingJobRequest.builder()
        .trainingJobName(name.value())
        .roleArn(placement.role())
        .algorithmSpecification(
            algorithm ->
                algorithm
                    .trainingImage(wanted.image().value())
                    .trainingInputMode(TrainingInputMode.FILE))
        .hyperParameters(wanted.hyperparameters())
        .environment(wanted.environment())
        .inputDataConfig(wanted.channels().stream().map(TrainingRequests::channel).toList())
        .outputDataConfig(
            output -> output.s3OutputPath(wanted.outputUri()).kmsKeyId(wanted.outputKey()))
        .resourceConfig(resources(placement.machine()))
        .stoppingCondition(
            stop -> stop.maxRuntimeInSeconds((int) placement.maxRuntime().toSeconds()))
        .vpcConfig(placement.vpc().toConfig())
        .enableNetworkIsolation(true)
        .enableInterContainerTrafficEncryption(true)
        .tags(Tags.of(wanted.tags()))
        .build();
  }

  /** What is there has what every job has. */
  static void requireSafe(ResourceName name, DescribeTrainingJobResponse job) {
    new Safeguards(name)
        .isolated(job.enableNetworkIsolation())
        .encryptedBetweenContainers(job.enableInterContainerTrafficEncryption())
        .inVpc(job.vpcConfig())
        .require();
  }

  /** What is there; tags are those wanted, since a description does not hold them. */
  static TrainingJobDefinition definition(
      DescribeTrainingJobResponse job, Map<String, String> tags) {
    ResourceConfig resources = job.resourceConfig();
    return new TrainingJobDefinition(
        new ImageUri(job.algorithmSpecification().trainingImage()),
        job.hyperParameters(),
        job.environment(),
        job.inputDataConfig().stream().map(TrainingRequests::channel).toList(),
        job.outputDataConfig().s3OutputPath(),
        job.outputDataConfig().kmsKeyId(),
        new Placement(
            job.roleArn(),
            new Machine(
                resources.instanceTypeAsString(),
                resources.instanceCount(),
                resources.volumeSizeInGB(),
                resources.volumeKmsKeyId()),
            Vpc.of(job.vpcConfig()),
            Duration.ofSeconds(job.stoppingCondition().maxRuntimeInSeconds())),
        tags);
  }

  private static ResourceConfig resources(Machine machine) {
    return ResourceConfig.builder()
        .instanceType(machine.instanceType())
        .instanceCount(machine.instanceCount())
        .volumeSizeInGB(machine.volumeSizeGb())
        .volumeKmsKeyId(machine.volumeKey())
        .build();
  }

  private static Channel channel(TrainingChannel channel) {
    return Channel.builder()
        .channelName(channel.name())
        .contentType(channel.contentType())
        .dataSource(
            source ->
                source.s3DataSource(
                    s3 ->
                        s3.s3Uri(channel.uri())
                            .s3DataType(S3DataType.S3_PREFIX)
                            .s3DataDistributionType(S3DataDistribution.FULLY_REPLICATED)))
        .build();
  }

  private static TrainingChannel channel(Channel channel) {
    return new TrainingChannel(
        channel.channelName(), channel.dataSource().s3DataSource().s3Uri(), channel.contentType());
  }
}
