package io.sallyport.local.aws.signature;

/** The chain of signatures over chunks: each covers the one before it. */
final class ChunkSignatures {

  private final Claim claim;
  private final byte[] signingKey;
  private String previous;

  ChunkSignatures(Claim claim, byte[] signingKey) {
    this.claim = claim;
    this.signingKey = signingKey;
    this.previous = claim.signature();
  }

  void checkChunk(String sha256, String signature) {
    check(
        claim.stringToSign(
            "AWS4-HMAC-SHA256-PAYLOAD", previous + "\n" + Bytes.EMPTY_SHA256 + "\n" + sha256),
        signature);
  }

  void checkTrailers(String trailers, String signature) {
    check(
        claim.stringToSign("AWS4-HMAC-SHA256-TRAILER", previous + "\n" + Bytes.sha256Hex(trailers)),
        signature);
  }

  private void check(String stringToSign, String signature) {
    String expected = Bytes.hex(Bytes.hmac(signingKey, stringToSign));
    if (!Bytes.same(expected, signature)) {
      throw Refusals.S3.doesNotMatch();
    }
    previous = expected;
  }
}
