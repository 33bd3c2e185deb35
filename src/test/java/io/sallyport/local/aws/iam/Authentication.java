package io.sallyport.local.aws.iam;

import io.sallyport.local.aws.Caller;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.Request;
import java.time.Clock;

/** Whose key signed a request, and whether the signature is right. */
public final class Authentication {

  private final Identities identities;

  public Authentication(Identities identities, Clock clock) {
    this.identities = identities;
  }

  /** The service for which the request was signed; S3 if it was not signed at all. */
  public String serviceOf(Request request) {
    return credential(request)[3];
  }

  private static String[] credential(Request request) {
    String header = request.header("authorization").orElse("");
    int at = header.indexOf("Credential=");
    String scope =
        at >= 0
            ? header.substring(at + 11).split(",", -1)[0].trim()
            : request.query("X-Amz-Credential").orElse("");
    String[] parts = scope.split("/", -1);
    return parts.length == 5 ? parts : new String[] {"", "", "", "s3", ""};
  }

  public Caller caller(Request request) {
    return identities
        .find(credential(request)[0])
        .map(identities::caller)
        .orElseThrow(
            () ->
                new AwsError(
                    "InvalidClientTokenId",
                    403,
                    "The security token included in the request is invalid."));
  }
}
