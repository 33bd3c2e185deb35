package io.sallyport.local.aws.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.Protocol;
import io.sallyport.local.aws.protocol.Request;
import io.sallyport.local.aws.protocol.RestJson;
import io.sallyport.local.aws.sagemaker.LiveEndpoints;
import io.sallyport.local.aws.sagemaker.LiveEndpoints.Answered;
import io.sallyport.local.aws.sagemaker.LiveEndpoints.Target;
import io.sallyport.local.aws.sagemaker.Members;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointRequest;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointResponse;

/**
 * The SageMaker runtime. It signs as SageMaker and its action is {@code sagemaker:InvokeEndpoint},
 * but its VPC endpoint is its own: {@code sagemaker.runtime}.
 */
public final class SageMakerRuntime implements Service {

  private static final int BODY_BYTES_MAX = 6_291_456;
  private static final int MODEL_ERROR = 424;

  private final Protocol protocol = new RestJson();
  private final LiveEndpoints endpoints;
  private final DataCapture capture;

  public SageMakerRuntime(LiveEndpoints endpoints, DataCapture capture) {
    this.endpoints = endpoints;
    this.capture = capture;
  }

  @Override
  public String name() {
    return "sagemaker.runtime";
  }

  @Override
  public String signingName() {
    return "sagemaker";
  }

  @Override
  public boolean accepts(Request request) {
    return request.rawPath().startsWith("/endpoints/");
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Operation<?>> operations() {
    return List.of(
        Operation.of("InvokeEndpoint", InvokeEndpointRequest::builder, this::invoke)
            .at("POST /endpoints/{EndpointName}/invocations")
            .needs((request, call) -> List.of(invoking(request))));
  }

  private static Permission invoking(InvokeEndpointRequest request) {
    return new Permission("sagemaker:InvokeEndpoint", LiveEndpoints.arn(request.endpointName()));
  }

  private InvokeEndpointResponse invoke(InvokeEndpointRequest request, Call call) {
    Members.only(
        request,
        "EndpointName",
        "Body",
        "Content-Type",
        "Accept",
        "X-Amzn-SageMaker-Custom-Attributes",
        "X-Amzn-SageMaker-Inference-Id",
        "X-Amzn-SageMaker-Target-Variant");
    byte[] body = request.body().asByteArray();
    if (body.length > BODY_BYTES_MAX) {
      throw refused(
          "1 validation error detected: Value at 'body' failed to satisfy constraint: Member must"
              + " have length less than or equal to "
              + BODY_BYTES_MAX);
    }
    try {
      Target target = target(request);
      Answered answered = target.invoke(body, headers(request));
      if (answered.status() >= 300) throw modelError(answered);
      capture.record(request, target, answered);
      return InvokeEndpointResponse.builder()
          .body(answered.body())
          .contentType(answered.contentType())
          .invokedProductionVariant(target.variant())
          .customAttributes(request.customAttributes())
          .build();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new AwsError("ServiceUnavailable", 503, "The service is closing");
    } catch (IOException broken) {
      throw new AwsError(
          "ModelError",
          MODEL_ERROR,
          "The container did not answer: " + broken.getMessage(),
          Map.of("OriginalStatusCode", 0, "OriginalMessage", String.valueOf(broken.getMessage())));
    }
  }

  private Target target(InvokeEndpointRequest request) throws InterruptedException {
    String name = request.endpointName();
    Optional<EndpointStatus> status = endpoints.status(name);
    boolean serving =
        status.equals(Optional.of(EndpointStatus.IN_SERVICE))
            || status.equals(Optional.of(EndpointStatus.UPDATING));
    if (!serving) {
      throw refused("Endpoint " + name + " of account " + Arn.ACCOUNT + " not found.");
    }
    return endpoints
        .target(name, Optional.ofNullable(request.targetVariant()))
        .orElseThrow(
            () ->
                refused(
                    "Variant %s of endpoint %s not found."
                        .formatted(request.targetVariant(), name)));
  }

  private static AwsError refused(String message) {
    return AwsError.bad("ValidationError", message);
  }

  private static AwsError modelError(Answered answered) {
    String said = answered.body().asString(UTF_8);
    String side = answered.status() < 500 ? "client" : "server";
    return new AwsError(
        "ModelError",
        MODEL_ERROR,
        "Received %s error (%d) from primary with message \"%s\"."
            .formatted(side, answered.status(), said),
        Map.of("OriginalStatusCode", answered.status(), "OriginalMessage", said));
  }

  private static Map<String, String> headers(InvokeEndpointRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    put(headers, "Content-Type", request.contentType());
    if (!isTheHttpClientsOwn(request.accept())) put(headers, "Accept", request.accept());
    put(headers, "X-Amzn-SageMaker-Custom-Attributes", request.customAttributes());
    put(headers, "X-Amzn-SageMaker-Inference-Id", request.inferenceId());
    return headers;
  }

  private static void put(Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) headers.put(name, value);
  }

  /** The JDK's client adds this when the caller named nothing. */
  private static boolean isTheHttpClientsOwn(@Nullable String accept) {
    return accept != null && accept.contains("*; q=.2");
  }
}
