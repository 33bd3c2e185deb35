package io.sallyport.local.aws.signature;

import io.sallyport.local.aws.protocol.AwsError;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An {@code aws-chunked} body: gives the bytes inside, checks each chunk's signature when it ends,
 * and keeps the trailers that follow the last one.
 */
final class ChunkedBody extends InputStream {

  private static final int LINE_BYTES_MAX = 8192;

  private final InputStream in;
  private final Map<String, String> trailers;
  private final Optional<ChunkSignatures> signatures;
  private final MessageDigest digest = Bytes.sha256();
  private long left;
  private String signature = "";
  private boolean started;
  private boolean ended;

  ChunkedBody(InputStream in, Map<String, String> trailers, Optional<ChunkSignatures> signatures) {
    this.in = in;
    this.trailers = trailers;
    this.signatures = signatures;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (ended || length == 0) {
      return ended ? -1 : 0;
    }
    if (left == 0) {
      nextChunk();
      if (ended) {
        return -1;
      }
    }
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("the body ends inside a chunk");
    }
    digest.update(bytes, offset, count);
    left -= count;
    return count;
  }

  private void nextChunk() throws IOException {
    if (started) {
      checkChunk();
      line();
    }
    started = true;
    String[] head = line().split(";", 2);
    left = Long.parseLong(head[0].trim(), 16);
    signature = head.length > 1 ? head[1].trim().replaceFirst("^chunk-signature=", "") : "";
    if (left == 0) {
      checkChunk();
      readTrailers();
      ended = true;
    }
  }

  private void checkChunk() {
    String hash = Bytes.hex(digest.digest());
    signatures.ifPresent(chain -> chain.checkChunk(hash, signature));
  }

  private void readTrailers() throws IOException {
    StringBuilder signed = new StringBuilder();
    Optional<String> trailerSignature = Optional.empty();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] pair = line.split(":", 2);
      if (pair.length != 2) {
        throw AwsError.bad("MalformedTrailerError", "The trailer '" + line + "' has no colon");
      }
      if (pair[0].equals("x-amz-trailer-signature")) {
        trailerSignature = Optional.of(pair[1].trim());
      } else {
        trailers.put(pair[0].trim().toLowerCase(Locale.ROOT), pair[1].trim());
        signed.append(pair[0].trim()).append(':').append(pair[1].trim()).append('\n');
      }
    }
    if (signatures.isPresent() && !signed.isEmpty()) {
      signatures.get().checkTrailers(signed.toString(), trailerSignature.orElse(""));
    }
  }

  /** A line without its end; the end of the body is an empty line. */
  private String line() throws IOException {
    StringBuilder out = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      out.append((char) b);
      if (out.length() > LINE_BYTES_MAX) {
        throw AwsError.bad("InvalidChunkSizeError", "A chunk's head is too long");
      }
    }
    String line = out.toString();
    return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        .replaceFirst("\r$", "");
  }
}
