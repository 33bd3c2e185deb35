package io.sallyport.aws.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.ModelDefinition;
import io.sallyport.aws.serving.SageMakerModels;
import io.sallyport.rules.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs at the emulator, through the real SDK: one name is one job, whatever happens on the way. */
class JobsTest {

  private static final ResourceName NAME = ResourceName.of("instance", "start-job", 1);
  private static final Map<String, String> TAGS = Map.of("sallyport:program", "sentinel");
  private static final String KEY = "alias/sallyport-data";

  private final OnLocalAws local = new OnLocalAws();
  private final ProcessingJobs processing = new ProcessingJobs(local.clients().sageMaker());
  private final TrainingJobs training = new TrainingJobs(local.clients().sageMaker());
  private final TransformJobs transforms = new TransformJobs(local.clients().sageMaker());
  private final ImageUri image = local.image("sallyport/jobs", "sleep", "60");
  private final String role = local.role("sallyport-jobs");

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void S05_a_processing_job_started_twice_is_one_job() {
    String arn = processing.startOrAdopt(NAME, processing("process"));

    assertThat(processing.startOrAdopt(NAME, processing("process"))).isEqualTo(arn);
    assertThat(processing.read(NAME).arn()).isEqualTo(arn);
  }

  @Test
  void S05_a_processing_job_of_the_same_name_with_other_arguments_is_refused() {
    processing.startOrAdopt(NAME, processing("process"));

    assertThatThrownBy(() -> processing.startOrAdopt(NAME, processing("evaluate")))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "aws/one-name-one-job: %s is %s; the limit is %s"
                .formatted(NAME, processing("process"), processing("evaluate")));
  }

  @Test
  void S05_a_processing_job_whose_answer_never_came_is_adopted() {
    local.aws().faults().timeOutAfterSuccess("sagemaker", "CreateProcessingJob", 1);

    assertThat(processing.startOrAdopt(NAME, processing("process"))).contains(NAME.value());
  }

  @Test
  void S05_a_job_is_stopped_and_stays_so() {
    processing.startOrAdopt(NAME, processing("process"));

    processing.stop(NAME);

    await(() -> processing.read(NAME), JobState.STOPPED, JobState.FAILED);
    processing.stop(NAME);
  }

  @Test
  void S07_a_training_job_started_twice_is_one_job_and_another_is_refused() {
    local.aws().faults().timeOutAfterSuccess("sagemaker", "CreateTrainingJob", 1);
    String arn = training.startOrAdopt(NAME, training("30"));

    assertThat(training.startOrAdopt(NAME, training("30"))).isEqualTo(arn);
    assertThatThrownBy(() -> training.startOrAdopt(NAME, training("31")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("{trees=30}")
        .hasMessageContaining("{trees=31}");
    training.stop(NAME);
  }

  @Test
  void S09_a_transform_started_twice_is_one_job_and_another_is_refused() {
    new SageMakerModels(local.clients().sageMaker())
        .createOrAdopt(
            NAME, new ModelDefinition(image, "s3://b/model.tar.gz", Map.of(), role, vpc(), TAGS));
    local.aws().faults().timeOutAfterSuccess("sagemaker", "CreateTransformJob", 1);
    String arn = transforms.startOrAdopt(NAME, transform("s3://b/rows.csv"));

    assertThat(transforms.startOrAdopt(NAME, transform("s3://b/rows.csv"))).isEqualTo(arn);
    assertThat(transforms.read(NAME).outputUri("predictions")).isEqualTo("s3://b/predictions");
    assertThatThrownBy(() -> transforms.startOrAdopt(NAME, transform("s3://b/others.csv")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("s3://b/rows.csv")
        .hasMessageContaining("s3://b/others.csv");
  }

  private static void await(Supplier<JobStatus> job, JobState... wanted) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    JobStatus status = job.get();
    while (!List.of(wanted).contains(status.state())) {
      if (System.nanoTime() > deadline) throw new AssertionError("still " + status);
      Thread.onSpinWait();
      status = job.get();
    }
  }

  private ProcessingJobDefinition processing(String argument) {
    return new ProcessingJobDefinition(
        image,
        List.of(argument),
        Map.of("A", "b"),
        List.of(new JobInput("data", "s3://b/data.csv", "/opt/ml/processing/input/data")),
        List.of(new JobOutput("train", "/opt/ml/processing/output/train", "s3://b/train")),
        KEY,
        placement(),
        TAGS);
  }

  private TrainingJobDefinition training(String trees) {
    return new TrainingJobDefinition(
        image,
        Map.of("trees", trees),
        Map.of(),
        List.of(new TrainingChannel("train", "s3://b/train", "text/csv")),
        "s3://b/runs",
        KEY,
        placement(),
        TAGS);
  }

  private TransformJobDefinition transform(String input) {
    Machine machine = new Machine("ml.m5.large", 1, 10, KEY);
    return new TransformJobDefinition(
        NAME.value(), input, "s3://b/predictions", KEY, machine, Map.of(), TAGS);
  }

  private Placement placement() {
    Machine machine = new Machine("ml.m5.large", 1, 10, KEY);
    return new Placement(role, machine, vpc(), Duration.ofHours(1));
  }

  private static Vpc vpc() {
    return new Vpc(
        List.of("subnet-0a1b2c3d4e5f60712", "subnet-0a1b2c3d4e5f60711"),
        List.of("sg-0a1b2c3d4e5f60721"));
  }
}
