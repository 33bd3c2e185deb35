package io.sallyport.aws.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.Vpc;
import io.sallyport.aws.serving.RegisteredPackage.Approval;
import io.sallyport.rules.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/** Models, registry, endpoints and their bounds at the emulator, through the real SDK. */
class ServingTest {

  private static final ResourceName NAME = ResourceName.of("instance", "create-model", 1);
  private static final ResourceName NEXT = ResourceName.of("instance", "create-model", 2);
  private static final ResourceName ENDPOINT = new ResourceName("land-cover");
  private static final Map<String, String> TAGS = Map.of("sallyport:program", "sentinel");
  private static final String KEY = "alias/sallyport-data";

  private final OnLocalAws local = new OnLocalAws();
  private final SageMakerClient sageMaker = local.clients().sageMaker();
  private final SageMakerModels models = new SageMakerModels(sageMaker);
  private final ModelRegistry registry = new ModelRegistry(sageMaker);
  private final Endpoints endpoints = new Endpoints(sageMaker);
  private final ImageUri image = local.image("sentinel/trainer", "sleep", "60");
  private final String role = local.role("sentinel-serving");

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void S13_a_model_created_twice_is_one_model_and_another_is_refused() {
    local.aws().faults().timeOutAfterSuccess("sagemaker", "CreateModel", 1);
    String arn = models.createOrAdopt(NAME, model("s3://b/model.tar.gz"));

    assertThat(models.createOrAdopt(NAME, model("s3://b/model.tar.gz"))).isEqualTo(arn);
    assertThatThrownBy(() -> models.createOrAdopt(NAME, model("s3://b/other.tar.gz")))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "aws/one-name-one-job: %s is %s; the limit is %s"
                .formatted(NAME, model("s3://b/model.tar.gz"), model("s3://b/other.tar.gz")));
  }

  @Test
  void S13_a_model_that_is_gone_is_deleted_without_complaint() {
    models.createOrAdopt(NAME, model("s3://b/model.tar.gz"));

    models.delete(NAME);
    models.delete(NAME);

    assertThat(sageMaker.listModels().models()).isEmpty();
  }

  @Test
  void S06_a_version_registered_twice_is_one_entry_and_another_is_refused() {
    registry.createGroupOrAdopt("land-cover", TAGS);
    local.aws().faults().timeOutAfterSuccess("sagemaker", "CreateModelPackage", 1);
    RegisteredPackage entry = registry.registerOrAdopt(NAME, entry("7"));

    assertThat(registry.createGroupOrAdopt("land-cover", TAGS)).contains("land-cover");
    assertThat(registry.registerOrAdopt(NAME, entry("7"))).isEqualTo(entry);
    assertThat(entry.version()).isEqualTo(1);
    assertThat(entry.approval()).isEqualTo(Approval.PENDING);
    assertThat(entry.definition()).isEqualTo(entry("7"));
    assertThatThrownBy(() -> registry.registerOrAdopt(NAME, entry("8")))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("aws/one-name-one-job: " + NAME + " is PackageDefinition[");
  }

  @Test
  void S12_an_approval_adds_its_record_and_a_rejection_follows_a_withdrawal() {
    registry.createGroupOrAdopt("land-cover", TAGS);
    String arn = registry.registerOrAdopt(NAME, entry("7")).arn();

    registry.approve(arn, "two authorities", new RegistryMetadata(Map.of("record", "sha256:1")));
    registry.approve(arn, "two authorities", new RegistryMetadata(Map.of("record", "sha256:1")));

    RegisteredPackage approved = registry.describe(arn);
    assertThat(approved.approval()).isEqualTo(Approval.APPROVED);
    assertThat(approved.definition().metadata().entries())
        .isEqualTo(Map.of("data-set-version", "7", "record", "sha256:1"));
    assertThat(registry.registerOrAdopt(NAME, entry("7"))).isEqualTo(approved);
    registry.reject(arn, "withdrawn", new RegistryMetadata(Map.of()));
    assertThat(registry.describe(arn).approval()).isEqualTo(Approval.REJECTED);
  }

  @Test
  void S13_a_configuration_created_twice_is_one_and_another_is_refused() {
    models.createOrAdopt(NAME, model("s3://b/model.tar.gz"));
    local.aws().faults().timeOutAfterSuccess("sagemaker", "CreateEndpointConfig", 1);
    String arn = endpoints.createConfigurationOrAdopt(NAME, configuration(1));

    assertThat(endpoints.createConfigurationOrAdopt(NAME, configuration(1))).isEqualTo(arn);
    assertThatThrownBy(() -> endpoints.createConfigurationOrAdopt(NAME, configuration(2)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("instanceCount=1")
        .hasMessageContaining("instanceCount=2");
  }

  @Test
  void S14_an_endpoint_created_twice_is_one_and_goes_away_once() {
    models.createOrAdopt(NAME, model("s3://b/model.tar.gz"));
    endpoints.createConfigurationOrAdopt(NAME, configuration(1));
    local.aws().faults().timeOutAfterSuccess("sagemaker", "CreateEndpoint", 1);
    EndpointDefinition wanted = new EndpointDefinition(NAME.value(), "sentinel");
    String arn = endpoints.createOrAdopt(ENDPOINT, wanted);

    assertThat(endpoints.createOrAdopt(ENDPOINT, wanted)).isEqualTo(arn);
    assertThat(endpoints.read(ENDPOINT))
        .hasValueSatisfying(
            status -> {
              assertThat(status.arn()).isEqualTo(arn);
              assertThat(status.configuration()).isEqualTo(NAME.value());
            });
    assertThat(endpoints.read(NEXT)).isEmpty();
    endpoints.delete(NEXT, "sentinel");
  }

  @Test
  void S14_an_endpoint_of_another_program_is_neither_taken_nor_deleted() {
    models.createOrAdopt(NAME, model("s3://b/model.tar.gz"));
    endpoints.createConfigurationOrAdopt(NAME, configuration(1));
    endpoints.createOrAdopt(ENDPOINT, new EndpointDefinition(NAME.value(), "harbor"));

    assertThatThrownBy(
            () ->
                endpoints.createOrAdopt(ENDPOINT, new EndpointDefinition(NAME.value(), "sentinel")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("program=harbor")
        .hasMessageContaining("program=sentinel");
    assertThatThrownBy(() -> endpoints.delete(ENDPOINT, "sentinel"))
        .isInstanceOf(Refused.class)
        .hasMessage("aws/one-name-one-job: land-cover is harbor; the limit is sentinel");
    assertThat(endpoints.read(ENDPOINT)).isPresent();
  }

  @Test
  void S16_bounds_and_alarms_are_set_again_and_read_back() {
    ScalingBounds bounds = new ScalingBounds(local.clients().autoScaling());
    Alarms alarms = new Alarms(local.clients().cloudWatch());
    AlarmDefinition alarm =
        new AlarmDefinition(
            "land-cover-errors",
            "land-cover",
            "Invocation5XXErrors",
            "Sum",
            1,
            Duration.ofMinutes(1),
            3);

    for (int attempt = 0; attempt < 2; attempt++) {
      bounds.set(ENDPOINT, new Bounds(1, 3, 600));
      alarms.put(alarm);
    }

    assertThat(bounds.read(ENDPOINT)).contains(new Bounds(1, 3, 600));
    assertThat(alarms.read("land-cover-errors")).contains(alarm);
    bounds.remove(ENDPOINT);
    bounds.remove(ENDPOINT);
    alarms.delete("land-cover-errors");
    alarms.delete("land-cover-errors");
    assertThat(bounds.read(ENDPOINT)).isEmpty();
    assertThat(alarms.read("land-cover-errors")).isEmpty();
  }

  private ModelDefinition model(String artifact) {
    return new ModelDefinition(image, artifact, Map.of("A", "b"), role, vpc(), TAGS);
  }

  private PackageDefinition entry(String dataSetVersion) {
    return new PackageDefinition(
        "land-cover",
        "Land cover 7",
        image,
        "s3://b/model.tar.gz",
        new MetricsReport("s3://b/evaluation.json", "0".repeat(64)),
        KEY,
        new RegistryMetadata(Map.of("data-set-version", dataSetVersion)));
  }

  private static EndpointConfigDefinition configuration(int instances) {
    return new EndpointConfigDefinition(
        NAME.value(), "ml.m5.large", instances, KEY, "s3://b/capture", KEY, TAGS);
  }

  private static Vpc vpc() {
    return new Vpc(List.of("subnet-0a1b2c3d4e5f60711"), List.of("sg-0a1b2c3d4e5f60721"));
  }
}
