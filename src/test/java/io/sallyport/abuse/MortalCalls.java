package io.sallyport.abuse;

import io.sallyport.abuse.CrashPoints.CrashPoint;
import io.sallyport.abuse.CrashPoints.Kind;
import io.sallyport.abuse.CrashPoints.Moment;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * The application's calls to AWS, of a node that may die before one is sent, or when it has taken
 * effect and the answer is on its way.
 */
final class MortalCalls implements ExecutionInterceptor {

  private static final ExecutionAttribute<Optional<CrashPoint>> DUE =
      new ExecutionAttribute<>("CrashPoint");

  private static final Pattern READING =
      Pattern.compile("Get|Head|List|Describe|BatchGet|Simulate|AssumeRole");

  private final NodeLife life;

  MortalCalls(NodeLife life) {
    this.life = life;
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    life.require();
    Optional<CrashPoint> due = kind(attributes).flatMap(life::next);
    attributes.putAttribute(DUE, due);
    life.pass(due, Moment.BEFORE);
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    life.pass(attributes.getAttribute(DUE), Moment.AFTER);
    life.require();
  }

  private static Optional<Kind> kind(ExecutionAttributes attributes) {
    String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    if (service.equals("Sqs") || READING.matcher(operation).lookingAt()) return Optional.empty();
    return Optional.of(
        service.equals("Kms") && operation.equals("Sign") ? Kind.SIGNATURE : Kind.CALL);
  }
}
