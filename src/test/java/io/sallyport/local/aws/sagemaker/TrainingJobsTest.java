package io.sallyport.local.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatus;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;
import software.amazon.awssdk.services.sagemaker.model.TrainingInstanceType;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

class TrainingJobsTest {

  @TempDir Path folder;
  private Workshop workshop;
  private SageMakerClient sageMaker;

  @BeforeEach
  void open() {
    workshop = new Workshop(folder);
    sageMaker = workshop.sageMaker();
    workshop.put("train/train.csv", "land-cover\n");
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  private CreateTrainingJobRequest.Builder job(String name) {
    return CreateTrainingJobRequest.builder()
        .trainingJobName(name)
        .algorithmSpecification(
            image ->
                image.trainingImage(workshop.image()).trainingInputMode(TrainingInputMode.FILE))
        .roleArn(Workshop.ROLE)
        .inputDataConfig(
            channel ->
                channel
                    .channelName("train")
                    .contentType("text/csv")
                    .dataSource(
                        source ->
                            source.s3DataSource(
                                s3 -> s3.s3DataType("S3Prefix").s3Uri(Workshop.uri("train/")))))
        .outputDataConfig(output -> output.s3OutputPath(Workshop.uri("runs")))
        .resourceConfig(
            one ->
                one.instanceCount(1)
                    .instanceType(TrainingInstanceType.ML_M5_LARGE)
                    .volumeSizeInGB(5)
                    .volumeKmsKeyId("alias/sallyport-data"))
        .vpcConfig(vpc -> vpc.subnets("subnet-0a1b2c3d4e5f60711").securityGroupIds("sg-1"))
        .enableNetworkIsolation(true)
        .enableInterContainerTrafficEncryption(true)
        .stoppingCondition(stop -> stop.maxRuntimeInSeconds(60));
  }

  private DescribeTrainingJobResponse describe(String name) {
    return sageMaker.describeTrainingJob(job -> job.trainingJobName(name));
  }

  private DescribeTrainingJobResponse ended(String name) throws InterruptedException {
    return Workshop.await(
        () -> describe(name),
        job ->
            job.trainingJobStatus() != TrainingJobStatus.IN_PROGRESS
                && job.trainingJobStatus() != TrainingJobStatus.STOPPING);
  }

  @Test
  void a_job_ends_with_its_model_in_s3_and_tells_every_phase() throws Exception {
    CreateTrainingJobRequest asked = job("j-1").hyperParameters(Map.of("a", "1")).build();
    sageMaker.createTrainingJob(asked);
    DescribeTrainingJobResponse job = ended("j-1");

    assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.COMPLETED);
    assertThat(job.modelArtifacts().s3ModelArtifacts())
        .isEqualTo("s3://sentinel-data/runs/j-1/output/model.tar.gz");
    assertThat(job.vpcConfig()).isEqualTo(asked.vpcConfig());
    assertThat(job.resourceConfig()).isEqualTo(asked.resourceConfig());
    assertThat(job.secondaryStatusTransitions())
        .extracting(SecondaryStatusTransition::status)
        .containsExactly(
            SecondaryStatus.STARTING,
            SecondaryStatus.DOWNLOADING,
            SecondaryStatus.TRAINING,
            SecondaryStatus.UPLOADING,
            SecondaryStatus.COMPLETED);
    assertThat(job.secondaryStatusTransitions().get(2).statusMessage())
        .isEqualTo("progress: 0.5\nmode train");
    assertThat(unpacked("runs/j-1/output/model.tar.gz"))
        .containsExactly("hyperparameters.json={\"a\":\"1\"}", "train.csv=land-cover");
  }

  private List<String> unpacked(String key) throws Exception {
    Path place = Files.createDirectory(folder.resolve("unpacked"));
    Tarball.unpack(
        workshop.s3().getObjectAsBytes(get -> get.bucket("sentinel-data").key(key)).asByteArray(),
        place);
    List<String> all = new ArrayList<>();
    for (Path file : Tarball.regularFiles(place)) {
      all.add(file.getFileName() + "=" + Files.readString(file).strip());
    }
    return all;
  }

  @Test
  void a_job_that_fails_says_what_the_container_said() throws Exception {
    sageMaker.createTrainingJob(job("j-1").environment(Map.of("MODE", "fail")).build());
    DescribeTrainingJobResponse job = ended("j-1");

    assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.FAILED);
    assertThat(job.failureReason()).isEqualTo("AlgorithmError: no label column, exit code: 3");
  }

  @Test
  void a_role_that_may_not_read_makes_the_job_fail() throws Exception {
    sageMaker.createTrainingJob(job("j-1").roleArn(Workshop.OTHER_ROLE).build());
    DescribeTrainingJobResponse job = ended("j-1");

    assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.FAILED);
    assertThat(job.failureReason())
        .startsWith("ClientError: Data download failed: AccessDenied: ")
        .contains("sentinel-engineer");
  }

  @Test
  void a_stop_ends_the_process() throws Exception {
    sageMaker.createTrainingJob(job("j-1").environment(Map.of("MODE", "sleep")).build());
    Workshop.await(() -> describe("j-1"), job -> job.secondaryStatus() == SecondaryStatus.TRAINING);
    sageMaker.stopTrainingJob(stop -> stop.trainingJobName("j-1"));

    assertThat(ended("j-1").trainingJobStatus()).isEqualTo(TrainingJobStatus.STOPPED);
    assertThatThrownBy(() -> sageMaker.stopTrainingJob(stop -> stop.trainingJobName("j-1")))
        .isInstanceOf(SageMakerException.class)
        .hasMessageContaining(
            "The request was rejected because the training job is in status Stopped.");
  }

  @Test
  void a_job_out_of_time_is_stopped() throws Exception {
    sageMaker.createTrainingJob(
        job("j-1")
            .environment(Map.of("MODE", "sleep"))
            .stoppingCondition(stop -> stop.maxRuntimeInSeconds(1))
            .build());
    DescribeTrainingJobResponse job = ended("j-1");

    assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.STOPPED);
    assertThat(job.secondaryStatus()).isEqualTo(SecondaryStatus.MAX_RUNTIME_EXCEEDED);
  }

  @Test
  void a_name_is_given_once_and_a_restart_fails_what_ran() throws Exception {
    sageMaker.createTrainingJob(job("j-1").environment(Map.of("MODE", "sleep")).build());
    Workshop.await(() -> describe("j-1"), job -> job.secondaryStatus() == SecondaryStatus.TRAINING);

    assertThatThrownBy(() -> sageMaker.createTrainingJob(job("j-1").build()))
        .isInstanceOf(ResourceInUseException.class)
        .hasMessageContaining("training-job/j-1");
    assertThatThrownBy(() -> describe("j-2")).isInstanceOf(ResourceNotFoundException.class);

    workshop.restart();
    sageMaker = workshop.sageMaker();
    DescribeTrainingJobResponse job = describe("j-1");
    assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.FAILED);
    assertThat(job.failureReason()).startsWith("InternalServerError: ");
    assertThat(job.roleArn()).isEqualTo(Workshop.ROLE);
  }

  @Test
  void a_caller_who_may_not_pass_the_role_is_refused() {
    SageMakerClient engineer = workshop.clientOf(Workshop.OTHER_ROLE, SageMakerClient.builder());

    assertThatThrownBy(() -> engineer.createTrainingJob(job("j-1").build()))
        .isInstanceOf(SageMakerException.class)
        .hasMessageContaining("is not authorized to perform: iam:PassRole on resource: ")
        .hasMessageContaining(Workshop.ROLE);
  }

  @Test
  void what_is_not_done_here_is_refused_by_name() {
    assertThatThrownBy(
            () -> sageMaker.createTrainingJob(job("j-1").enableManagedSpotTraining(true).build()))
        .isInstanceOf(SageMakerException.class)
        .hasMessageContaining("Unknown member EnableManagedSpotTraining");
  }
}
