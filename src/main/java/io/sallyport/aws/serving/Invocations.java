package io.sallyport.aws.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sallyport.rules.Refused;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointResponse;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;
import software.amazon.awssdk.services.sagemakerruntime.model.SageMakerRuntimeException;

/** Calls a model as one of the two roles that may (S15; design, trust 8). */
@Component
public class Invocations {

  private static final int BAD_REQUEST = 400;
  private static final JsonMapper JSON = new JsonMapper();

  private final SageMakerRuntimeClient invoking;
  private final SageMakerRuntimeClient checking;

  public Invocations(
      @Qualifier("invokingRuntime") SageMakerRuntimeClient invoking,
      @Qualifier("checkingRuntime") SageMakerRuntimeClient checking) {
    this.invoking = invoking;
    this.checking = checking;
  }

  /**
   * The model's answer. {@link Refused} when the role may not call now ({@code
   * service/caller-is-permitted}) or when the model does not understand the rows ({@code
   * service/rows-are-understood}); a model that breaks is technical trouble.
   */
  public ModelAnswer invoke(Caller caller, Invocation invocation) {
    try {
      InvokeEndpointResponse answer =
          client(caller)
              .invokeEndpoint(
                  invoke ->
                      invoke
                          .endpointName(invocation.endpoint())
                          .contentType("text/csv")
                          .accept("application/jsonlines")
                          .inferenceId(invocation.inferenceId())
                          .body(SdkBytes.fromByteArray(invocation.body())));
      return new ModelAnswer(
          answer.body().asByteArray(), answer.contentType(), answer.invokedProductionVariant());
    } catch (ModelErrorException fromModel) {
      throw answered(invocation, fromModel);
    } catch (SageMakerRuntimeException refused) {
      throw isDenied(refused) ? denied(caller, invocation) : refused;
    }
  }

  private SageMakerRuntimeClient client(Caller caller) {
    return switch (caller) {
      case INVOKING -> invoking;
      case CHECKING -> checking;
    };
  }

  private static RuntimeException answered(Invocation invocation, ModelErrorException fromModel) {
    Integer status = fromModel.originalStatusCode();
    if (status == null || status != BAD_REQUEST) return fromModel;
    String limit = "rows that the model understands";
    String said = words(String.valueOf(fromModel.originalMessage()).strip());
    return new Refused("service/rows-are-understood", invocation.endpoint(), said, limit);
  }

  /** A container's answer is often JSON with one text for people in it. */
  private static String words(String said) {
    try {
      JsonNode message = JSON.readTree(said).path("message");
      return message.isTextual() ? message.textValue() : said;
    } catch (JsonProcessingException plainText) {
      return said;
    }
  }

  private static Refused denied(Caller caller, Invocation invocation) {
    String limit = "permitted during its service period";
    return new Refused("service/caller-is-permitted", invocation.endpoint(), caller, limit);
  }

  static boolean isDenied(AwsServiceException refused) {
    return refused.awsErrorDetails() != null
        && refused.awsErrorDetails().errorCode().startsWith("AccessDenied");
  }
}
