package io.sallyport.aws.jobs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.ModelDefinition;
import io.sallyport.aws.serving.SageMakerModels;
import io.sallyport.rules.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.AssemblyType;
import software.amazon.awssdk.services.sagemaker.model.CreateProcessingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateTransformJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTransformJobResponse;
import software.amazon.awssdk.services.sagemaker.model.NetworkConfig;
import software.amazon.awssdk.services.sagemaker.model.SplitType;
import software.amazon.awssdk.services.sagemaker.model.TransformInput;
import software.amazon.awssdk.services.sagemaker.model.TransformOutput;
import software.amazon.awssdk.services.sagemaker.model.VpcConfig;

/**
 * Planted through the raw SDK under the wanted name: as wanted in all that a definition says, and
 * without one of the things that all of ours have.
 */
class UnsafeJobsTest {

  private static final ResourceName NAME = ResourceName.of("instance", "start-job", 1);
  private static final String KEY = "alias/sallyport-data";
  private static final Machine MACHINE = new Machine("ml.m5.large", 1, 10, KEY);
  private static final TransformJobDefinition TRANSFORM =
      new TransformJobDefinition(
          NAME.value(), "s3://b/rows.csv", "s3://b/out", KEY, MACHINE, Map.of("A", "b"), Map.of());
  private static final String[] OPEN = {"open to the network", "network isolation"};
  private static final String[] PLAIN = {
    "open between its containers", "encryption between containers"
  };
  private static final String[] OUTSIDE = {"in no VPC", "a VPC"};

  private final OnLocalAws local = new OnLocalAws();
  private final SageMakerClient sageMaker = local.clients().sageMaker();
  private final ImageUri image = local.image("sallyport/jobs", "sleep", "60");
  private final String role = local.role("sallyport-jobs");

  @AfterEach
  void close() {
    local.close();
  }

  static Stream<Arguments> processing() {
    return Stream.of(
        network(it -> it.enableNetworkIsolation(false), OPEN),
        network(it -> it.enableInterContainerTrafficEncryption(null), PLAIN),
        network(it -> it.vpcConfig((VpcConfig) null), OUTSIDE));
  }

  @ParameterizedTest
  @MethodSource("processing")
  void S02_a_processing_job_without_a_safeguard_is_not_adopted(
      Consumer<NetworkConfig.Builder> weakening, String[] said) {
    CreateProcessingJobRequest asked = ProcessingRequests.request(NAME, processingJob());
    NetworkConfig.Builder network = asked.networkConfig().toBuilder().applyMutation(weakening);
    sageMaker.createProcessingJob(asked.toBuilder().networkConfig(network.build()).build());

    assertThatThrownBy(() -> new ProcessingJobs(sageMaker).startOrAdopt(NAME, processingJob()))
        .isInstanceOf(Refused.class)
        .hasMessage(unsafe(said));
  }

  @Test
  void S02_a_processing_job_without_any_network_is_refused_with_all_that_is_missing() {
    sageMaker.createProcessingJob(
        ProcessingRequests.request(NAME, processingJob()).toBuilder()
            .networkConfig((NetworkConfig) null)
            .build());

    assertThatThrownBy(() -> new ProcessingJobs(sageMaker).startOrAdopt(NAME, processingJob()))
        .hasMessage(String.join("; ", unsafe(OPEN), unsafe(PLAIN), unsafe(OUTSIDE)));
  }

  static Stream<Arguments> training() {
    return Stream.of(
        training(it -> it.enableNetworkIsolation(null), OPEN),
        training(it -> it.enableInterContainerTrafficEncryption(false), PLAIN),
        training(it -> it.vpcConfig((VpcConfig) null), OUTSIDE));
  }

  @ParameterizedTest
  @MethodSource("training")
  void S02_a_training_job_without_a_safeguard_is_not_adopted(
      Consumer<CreateTrainingJobRequest.Builder> weakening, String[] said) {
    sageMaker.createTrainingJob(
        TrainingRequests.request(NAME, trainingJob()).toBuilder().applyMutation(weakening).build());

    assertThatThrownBy(() -> new TrainingJobs(sageMaker).startOrAdopt(NAME, trainingJob()))
        .isInstanceOf(Refused.class)
        .hasMessage(unsafe(said));
  }

  static Stream<Arguments> transforms() {
    String[] rows = {"given other rows", "rows of text/csv"};
    String[] lines = {"answering otherwise", "lines of application/jsonlines"};
    return Stream.of(
        transform(it -> input(it, in -> in.contentType("text/plain")), rows),
        transform(it -> input(it, in -> in.splitType(SplitType.NONE)), rows),
        transform(it -> output(it, out -> out.accept("text/csv")), lines),
        transform(it -> output(it, out -> out.assembleWith(AssemblyType.NONE)), lines));
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void S09_a_transform_of_other_rows_or_answers_is_not_adopted(
      Consumer<CreateTransformJobRequest.Builder> weakening, String[] said) {
    Vpc vpc = placement().vpc();
    new SageMakerModels(sageMaker)
        .createOrAdopt(
            NAME, new ModelDefinition(image, "s3://b/model.tar.gz", Map.of(), role, vpc, Map.of()));
    sageMaker.createTransformJob(
        TransformJobs.request(NAME, TRANSFORM).toBuilder().applyMutation(weakening).build());

    assertThatThrownBy(() -> new TransformJobs(sageMaker).startOrAdopt(NAME, TRANSFORM))
        .isInstanceOf(Refused.class)
        .hasMessage(unsafe(said));
  }

  /** The emulator copies no rows, so that here a description is given. */
  @Test
  void S09_a_transform_that_copies_the_held_out_rows_is_not_adopted() {
    CreateTransformJobRequest asked = TransformJobs.request(NAME, TRANSFORM);
    DescribeTransformJobResponse found =
        DescribeTransformJobResponse.builder()
            .transformInput(asked.transformInput())
            .transformOutput(asked.transformOutput())
            .dataCaptureConfig(capture -> capture.destinationS3Uri("s3://elsewhere/rows"))
            .build();

    assertThatThrownBy(() -> TransformJobs.requireSafe(NAME, found))
        .isInstanceOf(Refused.class)
        .hasMessage(unsafe("copying its rows", "no copy of its rows"));
  }

  private static Arguments network(Consumer<NetworkConfig.Builder> weakening, String... said) {
    return arguments(weakening, said);
  }

  private static Arguments training(
      Consumer<CreateTrainingJobRequest.Builder> weakening, String... said) {
    return arguments(weakening, said);
  }

  private static Arguments transform(
      Consumer<CreateTransformJobRequest.Builder> weakening, String... said) {
    return arguments(weakening, said);
  }

  private static void input(
      CreateTransformJobRequest.Builder job, Consumer<TransformInput.Builder> change) {
    job.transformInput(job.build().transformInput().toBuilder().applyMutation(change).build());
  }

  private static void output(
      CreateTransformJobRequest.Builder job, Consumer<TransformOutput.Builder> change) {
    job.transformOutput(job.build().transformOutput().toBuilder().applyMutation(change).build());
  }

  private static String unsafe(String... said) {
    return "aws/nothing-unsafe-is-adopted: %s is %s; the limit is %s"
        .formatted(NAME, said[0], said[1]);
  }

  private ProcessingJobDefinition processingJob() {
    return new ProcessingJobDefinition(
        image,
        List.of("process"),
        Map.of(),
        List.of(new JobInput("data", "s3://b/data.csv", "/opt/ml/processing/input/data")),
        List.of(new JobOutput("train", "/opt/ml/processing/output/train", "s3://b/train")),
        KEY,
        placement(),
        Map.of());
  }

  private TrainingJobDefinition trainingJob() {
    return new TrainingJobDefinition(
        image,
        Map.of("trees", "30"),
        Map.of(),
        List.of(new TrainingChannel("train", "s3://b/train", "text/csv")),
        "s3://b/runs",
        KEY,
        placement(),
        Map.of());
  }

  private Placement placement() {
    Vpc vpc = new Vpc(List.of("subnet-0a1b2c3d4e5f60711"), List.of("sg-0a1b2c3d4e5f60721"));
    return new Placement(role, MACHINE, vpc, Duration.ofHours(1));
  }
}
