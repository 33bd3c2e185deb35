package io.sallyport.local.aws.signature;

import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.Protocol;

/** The same refusal has another code in each family of services. */
enum Refusals {
  S3("SignatureDoesNotMatch", "InvalidAccessKeyId", "RequestTimeTooSkewed", "ExpiredToken"),
  QUERY("SignatureDoesNotMatch", "InvalidClientTokenId", "SignatureDoesNotMatch", "ExpiredToken"),
  JSON(
      "InvalidSignatureException",
      "UnrecognizedClientException",
      "InvalidSignatureException",
      "ExpiredTokenException");

  private final String mismatch;
  private final String unknownKey;
  private final String skew;
  private final String expired;

  Refusals(String mismatch, String unknownKey, String skew, String expired) {
    this.mismatch = mismatch;
    this.unknownKey = unknownKey;
    this.skew = skew;
    this.expired = expired;
  }

  static Refusals of(Protocol.Family family) {
    return switch (family) {
      case XML -> S3;
      case QUERY -> QUERY;
      case JSON -> JSON;
    };
  }

  private AwsError error(String code, String message) {
    return new AwsError(code, this == JSON ? 400 : 403, message);
  }

  AwsError doesNotMatch() {
    return error(
        mismatch,
        "The request signature we calculated does not match the signature you provided. Check your"
            + " AWS Secret Access Key and signing method.");
  }

  /** The body is not the one whose hash was signed. */
  AwsError otherBody() {
    return this == S3
        ? AwsError.bad(
            "XAmzContentSHA256Mismatch",
            "The provided 'x-amz-content-sha256' header does not match what was computed.")
        : doesNotMatch();
  }

  AwsError unknownKey() {
    return error(unknownKey, "The security token included in the request is invalid.");
  }

  AwsError skewed(String signedAt, String now) {
    return error(
        skew,
        this == S3
            ? "The difference between the request time and the current time is too large."
            : "Signature expired: " + signedAt + " is too far from " + now);
  }

  AwsError expired() {
    return error(expired, "The security token included in the request is expired");
  }

  AwsError notSigned() {
    return switch (this) {
      case S3 -> error("AccessDenied", "Access Denied");
      case QUERY -> error("MissingAuthenticationToken", "Request is missing Authentication Token");
      case JSON ->
          error("MissingAuthenticationTokenException", "Request is missing Authentication Token");
    };
  }
}
