package io.sallyport.local.aws.iam;

import io.sallyport.local.aws.Caller;
import java.time.Instant;
import java.util.Optional;

/** A key that signs requests: of a user for ever, of a role's session until it expires. */
public record AccessKey(
    String id,
    String secret,
    Optional<String> sessionToken,
    String principalArn,
    Optional<String> session,
    Optional<Instant> expires,
    Instant created) {

  Caller caller(String account) {
    return new Caller(account, principalArn, session, id);
  }
}
