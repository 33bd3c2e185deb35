package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.protocol.AwsError;

/** S3's own refusals, in its own words. */
final class Errors {

  private Errors() {}

  static AwsError noSuchBucket() {
    return new AwsError("NoSuchBucket", 404, "The specified bucket does not exist");
  }

  static AwsError noSuchKey() {
    return new AwsError("NoSuchKey", 404, "The specified key does not exist.");
  }

  static AwsError noSuchVersion() {
    return new AwsError("NoSuchVersion", 404, "The specified version does not exist.");
  }

  static AwsError noSuchUpload() {
    return new AwsError(
        "NoSuchUpload",
        404,
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have"
            + " been aborted or completed.");
  }

  static AwsError preconditionFailed() {
    return new AwsError(
        "PreconditionFailed", 412, "At least one of the pre-conditions you specified did not hold");
  }

  static AwsError accessDenied(String message) {
    return new AwsError("AccessDenied", 403, message);
  }

  static AwsError invalid(String message) {
    return AwsError.bad("InvalidArgument", message);
  }

  static AwsError invalidRequest(String message) {
    return AwsError.bad("InvalidRequest", message);
  }

  static AwsError notFound(String code, String message) {
    return new AwsError(code, 404, message);
  }
}
