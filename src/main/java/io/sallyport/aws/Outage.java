package io.sallyport.aws;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * No answer is not a 'no' (R25): whether a call failed because AWS could not be heard, so that the
 * same call may be answered later, or because AWS has answered.
 */
public final class Outage {

  private static final int SERVER_ERROR = 500;

  private Outage() {}

  /**
   * Whether AWS was unreachable, too slow, throttling or broken. A refusal, {@code AccessDenied}
   * for one, is an answer.
   */
  public static boolean isBehind(Throwable failure) {
    if (failure instanceof SdkClientException) return true; // unreachable, timed out
    return failure instanceof AwsServiceException answer
        && (answer.statusCode() >= SERVER_ERROR
            || answer.isThrottlingException()
            || answer.isRetryableException()
            || answer.isClockSkewException());
  }
}
