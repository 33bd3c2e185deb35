package io.sallyport.local.aws.sagemaker;

/** The job has failed; the message is its FailureReason. */
final class JobFailure extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int REASON_LENGTH_MAX = 1024;

  JobFailure(String reason) {
    super(reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX)), null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
