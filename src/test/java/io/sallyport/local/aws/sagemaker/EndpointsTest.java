package io.sallyport.local.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeTransformJobResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.TransformJobStatus;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointResponse;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;
import software.amazon.awssdk.services.sagemakerruntime.model.SageMakerRuntimeException;

class EndpointsTest {

  @TempDir Path folder;
  private Workshop workshop;
  private SageMakerClient sageMaker;
  private SageMakerRuntimeClient runtime;

  @BeforeEach
  void open() throws IOException {
    workshop = new Workshop(folder.resolve("aws"));
    clients();
    model("land-cover-7");
  }

  private void clients() {
    sageMaker = workshop.sageMaker();
    runtime = workshop.client(SageMakerRuntimeClient.builder());
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  /** A model whose artifact says its name, and a configuration of the same name. */
  private void model(String name) throws IOException {
    Path content = Files.createDirectories(folder.resolve(name));
    Files.writeString(content.resolve("train.csv"), name);
    workshop
        .s3()
        .putObject(
            put -> put.bucket(Workshop.BUCKET).key(name + "/model.tar.gz"),
            RequestBody.fromBytes(Tarball.pack(content)));
    sageMaker.createModel(
        model ->
            model
                .modelName(name)
                .executionRoleArn(Workshop.ROLE)
                .enableNetworkIsolation(true)
                .primaryContainer(
                    container ->
                        container
                            .image(workshop.image())
                            .modelDataUrl(Workshop.uri(name + "/model.tar.gz"))));
    sageMaker.createEndpointConfig(
        config ->
            config
                .endpointConfigName(name)
                .productionVariants(
                    variant ->
                        variant
                            .variantName("main")
                            .modelName(name)
                            .initialInstanceCount(1)
                            .instanceType("ml.m5.large"))
                .dataCaptureConfig(
                    capture ->
                        capture
                            .enableCapture(true)
                            .initialSamplingPercentage(100)
                            .destinationS3Uri(Workshop.uri("captured"))
                            .captureOptions(
                                option -> option.captureMode("Input"),
                                option -> option.captureMode("Output"))
                            .captureContentTypeHeader(types -> types.csvContentTypes("text/csv"))));
  }

  private DescribeEndpointResponse create(String config) throws InterruptedException {
    sageMaker.createEndpoint(
        endpoint -> endpoint.endpointName("sentinel").endpointConfigName(config));
    return settled();
  }

  private DescribeEndpointResponse settled() throws InterruptedException {
    return Workshop.await(
        () -> sageMaker.describeEndpoint(get -> get.endpointName("sentinel")),
        endpoint ->
            endpoint.endpointStatus() != EndpointStatus.CREATING
                && endpoint.endpointStatus() != EndpointStatus.UPDATING);
  }

  private InvokeEndpointResponse invoke(String body) {
    return runtime.invokeEndpoint(
        call ->
            call.endpointName("sentinel")
                .contentType("text/csv")
                .accept("text/csv")
                .inferenceId("call-1")
                .body(SdkBytes.fromUtf8String(body)));
  }

  @Test
  void a_configuration_with_a_shadow_is_kept_and_not_served() {
    sageMaker.createEndpointConfig(
        config ->
            config
                .endpointConfigName("shadowed")
                .productionVariants(v -> v.variantName("a").modelName("land-cover-7"))
                .shadowProductionVariants(v -> v.variantName("b").modelName("land-cover-7")));

    assertThatThrownBy(
            () ->
                sageMaker.createEndpoint(
                    create -> create.endpointName("land-cover").endpointConfigName("shadowed")))
        .isInstanceOf(SageMakerException.class)
        .hasMessageContaining("ShadowProductionVariants of shadowed are not served here");
  }

  @Test
  void an_endpoint_answers_captures_and_comes_up_again_after_a_restart() throws Exception {
    assertThat(create("land-cover-7").endpointStatus()).isEqualTo(EndpointStatus.IN_SERVICE);
    InvokeEndpointResponse answer = invoke("1,2\n3,4\n");

    assertThat(answer.body().asUtf8String()).isEqualTo("land-cover-7 1,2\nland-cover-7 3,4\n");
    assertThat(answer.invokedProductionVariant()).isEqualTo("main");
    assertThat(answer.contentType()).isEqualTo("text/csv");
    captured();

    workshop.restart();
    clients();
    assertThat(invoke("5,6").body().asUtf8String()).isEqualTo("land-cover-7 5,6\n");
    assertThat(captures()).hasSize(2);
  }

  private List<S3Object> captures() {
    return workshop
        .s3()
        .listObjectsV2(list -> list.bucket(Workshop.BUCKET).prefix("captured/"))
        .contents();
  }

  private void captured() throws IOException {
    List<S3Object> found = captures();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).key())
        .matches(
            "captured/sentinel/main/\\d{4}/\\d\\d/\\d\\d/\\d\\d/\\d\\d-\\d\\d-\\d{3}-[0-9a-f-]{36}\\.jsonl");
    JsonNode line = new ObjectMapper().readTree(workshop.get(found.get(0).key()));
    assertThat(line.at("/captureData/endpointInput").toString())
        .isEqualTo(
            "{\"observedContentType\":\"text/csv\",\"mode\":\"INPUT\",\"data\":\"1,2\\n3,4\\n\",\"encoding\":\"CSV\"}");
    assertThat(line.at("/captureData/endpointOutput/data").asText()).startsWith("land-cover-7 1,2");
    assertThat(line.at("/eventMetadata/inferenceId").asText()).isEqualTo("call-1");
    assertThat(line.at("/eventVersion").asText()).isEqualTo("0");
  }

  @Test
  void a_bad_row_is_a_model_error_with_the_containers_words() throws Exception {
    create("land-cover-7");

    assertThatThrownBy(() -> invoke("bad"))
        .isInstanceOfSatisfying(
            ModelErrorException.class,
            error -> {
              assertThat(error.originalStatusCode()).isEqualTo(400);
              assertThat(error.originalMessage()).isEqualTo("bad row");
            });
    assertThatThrownBy(() -> invoke("1".repeat(6_291_457)))
        .isInstanceOf(SageMakerRuntimeException.class)
        .hasMessageContaining("6291456");
  }

  @Test
  void only_who_may_invoke_is_answered() throws Exception {
    create("land-cover-7");
    runtime = workshop.clientOf(Workshop.ROLE, SageMakerRuntimeClient.builder());

    assertThatThrownBy(() -> invoke("1"))
        .isInstanceOf(SageMakerRuntimeException.class)
        .hasMessageContaining("is not authorized to perform: sagemaker:InvokeEndpoint");
    runtime = workshop.clientOf(Workshop.OTHER_ROLE, SageMakerRuntimeClient.builder());
    assertThat(invoke("1").body().asUtf8String()).isEqualTo("land-cover-7 1\n");
  }

  @Test
  void an_update_swaps_the_model_and_a_failed_one_leaves_the_old_one() throws Exception {
    create("land-cover-7");
    model("land-cover-8");
    model("broken");
    sageMaker.updateEndpoint(
        update -> update.endpointName("sentinel").endpointConfigName("land-cover-8"));
    assertThat(settled().endpointConfigName()).isEqualTo("land-cover-8");
    assertThat(invoke("1").body().asUtf8String()).isEqualTo("land-cover-8 1\n");

    sageMaker.updateEndpoint(
        update -> update.endpointName("sentinel").endpointConfigName("broken"));
    DescribeEndpointResponse after = settled();
    assertThat(after.endpointStatus()).isEqualTo(EndpointStatus.IN_SERVICE);
    assertThat(after.failureReason()).contains("did not pass the ping health check");
    assertThat(invoke("1").body().asUtf8String()).isEqualTo("land-cover-8 1\n");

    sageMaker.updateEndpointWeightsAndCapacities(
        change ->
            change
                .endpointName("sentinel")
                .desiredWeightsAndCapacities(
                    main -> main.variantName("main").desiredInstanceCount(3)));
    assertThat(settled().productionVariants().get(0).desiredInstanceCount()).isEqualTo(3);

    sageMaker.deleteEndpoint(delete -> delete.endpointName("sentinel"));
    assertThatThrownBy(() -> sageMaker.describeEndpoint(get -> get.endpointName("sentinel")))
        .isInstanceOf(SageMakerException.class)
        .hasMessageContaining(
            "Could not find endpoint \"arn:aws-us-gov:sagemaker:us-gov-west-1:123456789012:endpoint/sentinel\".");
  }

  @Test
  void a_first_deployment_that_fails_is_failed_and_a_name_is_given_once() throws Exception {
    model("broken");
    DescribeEndpointResponse endpoint = create("broken");

    assertThat(endpoint.endpointStatus()).isEqualTo(EndpointStatus.FAILED);
    assertThat(endpoint.failureReason()).contains("broken model");
    assertThatThrownBy(() -> create("broken"))
        .isInstanceOf(SageMakerException.class)
        .hasMessageContaining("Cannot create already existing endpoint \"arn:");
  }

  @Test
  void a_transform_writes_an_answer_for_every_line_or_nothing() throws Exception {
    workshop.put("rows/features.csv", "1,2\n3,4\n");
    workshop.put("bad/features.csv", "1,2\nbad\n");

    assertThat(transformed("rows").transformJobStatus()).isEqualTo(TransformJobStatus.COMPLETED);
    assertThat(workshop.get("answers/rows/features.csv.out"))
        .isEqualTo("land-cover-7 1,2\nland-cover-7 3,4\n");
    DescribeTransformJobResponse failed = transformed("bad");
    assertThat(failed.transformJobStatus()).isEqualTo(TransformJobStatus.FAILED);
    assertThat(failed.failureReason()).contains("400 bad row");
  }

  private DescribeTransformJobResponse transformed(String prefix) throws InterruptedException {
    sageMaker.createTransformJob(
        job ->
            job.transformJobName(prefix)
                .modelName("land-cover-7")
                .maxPayloadInMB(6)
                .batchStrategy("MultiRecord")
                .transformInput(
                    input ->
                        input
                            .contentType("text/csv")
                            .splitType("Line")
                            .dataSource(
                                source ->
                                    source.s3DataSource(
                                        s3 ->
                                            s3.s3DataType("S3Prefix")
                                                .s3Uri(Workshop.uri(prefix + "/")))))
                .transformOutput(
                    output ->
                        output.s3OutputPath(Workshop.uri("answers/" + prefix)).assembleWith("Line"))
                .transformResources(one -> one.instanceCount(1).instanceType("ml.m5.large")));
    return Workshop.await(
        () -> sageMaker.describeTransformJob(get -> get.transformJobName(prefix)),
        job -> job.transformJobStatus() != TransformJobStatus.IN_PROGRESS);
  }
}
