package io.sallyport.local.aws.signature;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Caller;
import io.sallyport.local.aws.iam.AccessKey;
import io.sallyport.local.aws.iam.Identities;
import io.sallyport.local.aws.protocol.Protocol;
import io.sallyport.local.aws.protocol.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whose key signed a request, and whether the signature is right (Signature Version 4). */
public final class Authentication {

  /** How far the request's time may be from ours; AWS's own limit. */
  private static final Duration SKEW_MAX = Duration.ofMinutes(15);

  private final Identities identities;
  private final Clock clock;

  public Authentication(Identities identities, Clock clock) {
    this.identities = identities;
    this.clock = clock;
  }

  /** The service for which the request was signed; S3 if it was not signed at all. */
  public String serviceOf(Request request) {
    return Claim.of(request).map(Claim::service).orElse("s3");
  }

  /**
   * The caller. The body is read and checked at once, except S3's: that one is put behind a stream
   * that decodes it and checks it while it is read.
   */
  public Caller caller(Request request, Protocol.Family family) {
    Refusals refusals = Refusals.of(family);
    Claim claim = Claim.of(request).orElseThrow(refusals::notSigned);
    AccessKey key = identities.find(claim.keyId()).orElseThrow(refusals::unknownKey);
    checkTime(claim, refusals);
    if (!key.sessionToken().equals(claim.sessionToken())) {
      throw refusals.unknownKey();
    }
    byte[] signingKey = claim.signingKey(key.secret());
    String payload = payloadHash(request, claim);
    String expected = claim.sign(signingKey, CanonicalRequest.of(request, claim, payload));
    boolean hostIsSigned = claim.signedHeaders().contains("host");
    boolean here = claim.region().equals(Arn.REGION) || claim.region().equals("us-gov-global");
    if (!Bytes.same(expected, claim.signature()) || !hostIsSigned || !here) {
      throw refusals.doesNotMatch();
    }
    if (key.expires().filter(end -> !clock.instant().isBefore(end)).isPresent()) {
      throw refusals.expired();
    }
    ChunkSignatures chunks = new ChunkSignatures(claim, signingKey);
    request.body(Payload.checked(request, payload, chunks, refusals));
    return identities.caller(key);
  }

  private void checkTime(Claim claim, Refusals refusals) {
    Instant now = clock.instant();
    Optional<Instant> signedAt = claim.signedAt();
    Duration after = claim.presignedFor().orElse(SKEW_MAX);
    boolean inTime =
        signedAt
            .filter(at -> claim.timestamp().startsWith(claim.date()))
            .filter(at -> !at.isAfter(now.plus(SKEW_MAX)))
            .filter(at -> !at.plus(after).isBefore(now))
            .isPresent();
    if (!inTime) {
      throw refusals.skewed(claim.timestamp(), now.toString());
    }
  }

  /** As the header says; where there is none, of the body itself. */
  private static String payloadHash(Request request, Claim claim) {
    if (claim.isPresigned() && claim.service().equals("s3")) {
      return Payload.UNSIGNED;
    }
    return request
        .header("x-amz-content-sha256")
        .orElseGet(() -> Bytes.hex(Bytes.sha256().digest(request.bytes())));
  }
}
