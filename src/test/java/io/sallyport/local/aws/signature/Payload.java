package io.sallyport.local.aws.signature;

import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.Request;
import java.io.InputStream;
import java.util.Optional;

/** The ways in which a body is signed, by the word in {@code x-amz-content-sha256}. */
final class Payload {

  static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private Payload() {}

  /** A stream of the decoded body that checks what was signed. */
  static InputStream checked(
      Request request, String word, ChunkSignatures signatures, Refusals refusals) {
    return switch (word) {
      case UNSIGNED -> request.body();
      case "STREAMING-UNSIGNED-PAYLOAD-TRAILER" ->
          new ChunkedBody(request.body(), request.trailers(), Optional.empty());
      case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" ->
          new ChunkedBody(request.body(), request.trailers(), Optional.of(signatures));
      default -> {
        if (!word.matches("[0-9a-f]{64}")) {
          throw AwsError.bad("InvalidArgument", "x-amz-content-sha256 is '" + word + "'");
        }
        yield new HashedBody(request.body(), word, refusals.otherBody());
      }
    };
  }
}
