package io.sallyport.aws.serving;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.Vpc;
import io.sallyport.rules.Refused;
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
import software.amazon.awssdk.services.sagemaker.model.CaptureMode;
import software.amazon.awssdk.services.sagemaker.model.CaptureOption;
import software.amazon.awssdk.services.sagemaker.model.ContainerDefinition;
import software.amazon.awssdk.services.sagemaker.model.ContainerMode;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointConfigRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateModelRequest;
import software.amazon.awssdk.services.sagemaker.model.DataCaptureConfig;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.VpcConfig;

/**
 * Planted through the raw SDK under the wanted name: as wanted in all that a definition says, and
 * without one of the things that all of ours have.
 */
class UnsafeServingTest {

  private static final ResourceName NAME = ResourceName.of("instance", "create-model", 1);
  private static final String KEY = "alias/sallyport-data";
  private static final EndpointConfigDefinition CONFIGURATION =
      new EndpointConfigDefinition(
          NAME.value(), "ml.m5.large", 1, KEY, "s3://b/capture", KEY, Map.of());

  private final OnLocalAws local = new OnLocalAws();
  private final SageMakerClient sageMaker = local.clients().sageMaker();
  private final ImageUri image = local.image("sentinel/trainer", "sleep", "60");
  private final String role = local.role("sentinel-serving");

  @AfterEach
  void close() {
    local.close();
  }

  static Stream<Arguments> models() {
    return Stream.of(
        model(it -> it.enableNetworkIsolation(false), "open to the network", "network isolation"),
        model(it -> it.enableNetworkIsolation(null), "open to the network", "network isolation"),
        model(it -> it.vpcConfig((VpcConfig) null), "in no VPC", "a VPC"),
        model(UnsafeServingTest::listed, "not one container", "one container"),
        model(UnsafeServingTest::many, "for many models", "one model"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void S02_a_model_without_a_safeguard_is_not_adopted(
      Consumer<CreateModelRequest.Builder> weakening, String found, String limit) {
    CreateModelRequest.Builder planted = SageMakerModels.request(NAME, model()).toBuilder();
    weakening.accept(planted);
    sageMaker.createModel(planted.build());

    assertThatThrownBy(() -> new SageMakerModels(sageMaker).createOrAdopt(NAME, model()))
        .isInstanceOf(Refused.class)
        .hasMessage(unsafe(found, limit));
  }

  static Stream<Arguments> configurations() {
    String whole = "capture of all";
    String part = "not wholly captured";
    String one = "the variant authorized";
    String others = "of other variants";
    return Stream.of(
        config(it -> it.dataCaptureConfig((DataCaptureConfig) null), part, whole),
        config(it -> capture(it, capture -> capture.enableCapture(false)), part, whole),
        config(it -> capture(it, capture -> capture.initialSamplingPercentage(99)), part, whole),
        config(it -> capture(it, capture -> only(capture, CaptureMode.INPUT)), part, whole),
        config(it -> capture(it, capture -> only(capture, CaptureMode.OUTPUT)), part, whole),
        config(it -> it.productionVariants(variant("authorized"), variant("other")), others, one),
        config(it -> it.productionVariants(variant("other")), others, one),
        config(it -> it.shadowProductionVariants(variant("copy")), "shadowed", "no shadow"),
        config(UnsafeServingTest::entered, "open to SSM", "no way in"));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void S13_S15_a_configuration_without_a_safeguard_is_not_adopted(
      Consumer<CreateEndpointConfigRequest.Builder> weakening, String found, String limit) {
    new SageMakerModels(sageMaker).createOrAdopt(NAME, model());
    CreateEndpointConfigRequest.Builder planted =
        EndpointConfigRequests.request(NAME, CONFIGURATION).toBuilder();
    weakening.accept(planted);
    sageMaker.createEndpointConfig(planted.build());

    assertThatThrownBy(
            () -> new Endpoints(sageMaker).createConfigurationOrAdopt(NAME, CONFIGURATION))
        .isInstanceOf(Refused.class)
        .hasMessage(unsafe(found, limit));
  }

  @Test
  void S02_all_that_is_missing_is_named_at_once() {
    sageMaker.createModel(
        SageMakerModels.request(NAME, model()).toBuilder()
            .enableNetworkIsolation(false)
            .vpcConfig((VpcConfig) null)
            .build());

    assertThatThrownBy(() -> new SageMakerModels(sageMaker).createOrAdopt(NAME, model()))
        .hasMessage(
            unsafe("open to the network", "network isolation")
                + "; "
                + unsafe("in no VPC", "a VPC"));
  }

  private static Arguments model(
      Consumer<CreateModelRequest.Builder> weakening, String found, String limit) {
    return arguments(weakening, found, limit);
  }

  private static Arguments config(
      Consumer<CreateEndpointConfigRequest.Builder> weakening, String found, String limit) {
    return arguments(weakening, found, limit);
  }

  private static String unsafe(String found, String limit) {
    return "aws/nothing-unsafe-is-adopted: " + NAME + " is " + found + "; the limit is " + limit;
  }

  private static void listed(CreateModelRequest.Builder model) {
    ContainerDefinition container = model.build().primaryContainer();
    model.primaryContainer((ContainerDefinition) null).containers(container);
  }

  private static void many(CreateModelRequest.Builder model) {
    model.primaryContainer(
        model.build().primaryContainer().toBuilder().mode(ContainerMode.MULTI_MODEL).build());
  }

  private static void capture(
      CreateEndpointConfigRequest.Builder config, Consumer<DataCaptureConfig.Builder> change) {
    config.dataCaptureConfig(
        config.build().dataCaptureConfig().toBuilder().applyMutation(change).build());
  }

  private static void only(DataCaptureConfig.Builder capture, CaptureMode mode) {
    capture.captureOptions(CaptureOption.builder().captureMode(mode).build());
  }

  private static void entered(CreateEndpointConfigRequest.Builder config) {
    config.productionVariants(
        config.build().productionVariants().get(0).toBuilder().enableSSMAccess(true).build());
  }

  private static ProductionVariant variant(String name) {
    return EndpointConfigRequests.request(NAME, CONFIGURATION)
        .productionVariants()
        .get(0)
        .toBuilder()
        .variantName(name)
        .build();
  }

  private ModelDefinition model() {
    Vpc vpc = new Vpc(List.of("subnet-0a1b2c3d4e5f60711"), List.of("sg-0a1b2c3d4e5f60721"));
    return new ModelDefinition(image, "s3://b/model.tar.gz", Map.of("A", "b"), role, vpc, Map.of());
  }
}
