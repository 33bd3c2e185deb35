package io.sallyport.local.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.local.aws.events.Disorder;
import io.sallyport.local.aws.events.Events;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CreateProcessingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeProcessingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ProcessingInput;
import software.amazon.awssdk.services.sagemaker.model.ProcessingInstanceType;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.ProcessingOutput;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class ProcessingJobsTest {

  @TempDir Path folder;
  private Workshop workshop;
  private SageMakerClient sageMaker;

  @BeforeEach
  void open() {
    workshop = new Workshop(folder);
    sageMaker = workshop.sageMaker();
    workshop.put("in/data.csv", "a,b\n");
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  private CreateProcessingJobRequest.Builder job(String name, String mode) {
    return CreateProcessingJobRequest.builder()
        .processingJobName(name)
        .appSpecification(app -> app.imageUri(workshop.image()).containerArguments("copy"))
        .environment(Map.of("MODE", mode))
        .roleArn(Workshop.ROLE)
        .processingInputs(
            ProcessingInput.builder()
                .inputName("data")
                .s3Input(
                    s3 ->
                        s3.s3Uri(Workshop.uri("in/data.csv"))
                            .localPath("/opt/ml/processing/input/data")
                            .s3DataType("S3Prefix")
                            .s3InputMode("File"))
                .build())
        .processingOutputConfig(
            config ->
                config.outputs(
                    ProcessingOutput.builder()
                        .outputName("result")
                        .s3Output(
                            s3 ->
                                s3.s3Uri(Workshop.uri("out"))
                                    .localPath("/opt/ml/processing/output/result")
                                    .s3UploadMode("EndOfJob"))
                        .build()))
        .processingResources(
            one ->
                one.clusterConfig(
                    cluster ->
                        cluster
                            .instanceCount(1)
                            .instanceType(ProcessingInstanceType.ML_M5_LARGE)
                            .volumeSizeInGB(5)));
  }

  private DescribeProcessingJobResponse describe(String name) {
    return sageMaker.describeProcessingJob(job -> job.processingJobName(name));
  }

  private DescribeProcessingJobResponse ended(String name) throws InterruptedException {
    return Workshop.await(
        () -> describe(name),
        job ->
            job.processingJobStatus() != ProcessingJobStatus.IN_PROGRESS
                && job.processingJobStatus() != ProcessingJobStatus.STOPPING);
  }

  @Test
  void a_job_uploads_its_outputs_and_keeps_its_message() throws Exception {
    sageMaker.createProcessingJob(job("p-1", "").build());
    DescribeProcessingJobResponse job = ended("p-1");

    assertThat(job.processingJobStatus()).isEqualTo(ProcessingJobStatus.COMPLETED);
    assertThat(job.exitMessage()).isEqualTo("copied");
    assertThat(workshop.get("out/data.csv")).isEqualTo("a,b\n");
  }

  @Test
  void a_job_that_fails_has_a_reason_and_the_containers_message() throws Exception {
    sageMaker.createProcessingJob(job("p-1", "fail").build());
    DescribeProcessingJobResponse job = ended("p-1");

    assertThat(job.processingJobStatus()).isEqualTo(ProcessingJobStatus.FAILED);
    assertThat(job.failureReason())
        .isEqualTo("AlgorithmError: See job logs for more information, exit code: 3");
    assertThat(job.exitMessage()).isEqualTo("no label column");
  }

  @Test
  void a_job_under_way_shows_its_progress_and_can_be_stopped() throws Exception {
    sageMaker.createProcessingJob(job("p-1", "sleep").build());
    DescribeProcessingJobResponse running =
        Workshop.await(() -> describe("p-1"), job -> job.exitMessage() != null);
    sageMaker.stopProcessingJob(stop -> stop.processingJobName("p-1"));

    assertThat(running.exitMessage()).isEqualTo("progress: 0.5\nmode copy sleep");
    assertThat(ended("p-1").processingJobStatus()).isEqualTo(ProcessingJobStatus.STOPPED);
  }

  @Test
  void every_change_is_an_event_and_events_may_come_twice() throws Exception {
    workshop.aws().backstage().events().disorder(new Disorder(2, Duration.ZERO, false));
    sageMaker.createProcessingJob(job("p-1", "").build());
    ended("p-1");
    List<JsonNode> events = events();

    assertThat(events)
        .extracting(event -> event.at("/detail/ProcessingJobStatus").asText())
        .contains("InProgress", "Completed")
        .hasSize(6);
    JsonNode last = events.get(5);
    assertThat(last.get("detail-type").asText()).isEqualTo("SageMaker Processing Job State Change");
    assertThat(last.at("/resources/0").asText())
        .isEqualTo("arn:aws-us-gov:sagemaker:us-gov-west-1:123456789012:processing-job/p-1");
    assertThat(last.at("/detail/ProcessingInputs/0/S3Input/S3DataType").asText())
        .isEqualTo("S3_PREFIX");
    assertThat(last.at("/detail/ProcessingEndTime").isIntegralNumber()).isTrue();
  }

  private List<JsonNode> events() throws Exception {
    SqsClient sqs = workshop.client(SqsClient.builder());
    String url = sqs.createQueue(create -> create.queueName(Events.QUEUE)).queueUrl();
    List<JsonNode> events = new ArrayList<>();
    List<Message> messages;
    do {
      messages = sqs.receiveMessage(get -> get.queueUrl(url).maxNumberOfMessages(10)).messages();
      for (Message message : messages) {
        events.add(new ObjectMapper().readTree(message.body()));
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    } while (!messages.isEmpty());
    return events;
  }
}
