package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Ids;
import io.sallyport.local.aws.protocol.Answer;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Bytes on disk: streamed in and out, checked while they come. */
final class Blobs {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final String CHECKSUM = "x-amz-checksum-";

  private final Path folder;
  private final Ids ids;

  Blobs(Environment environment) {
    this.folder = environment.folder().resolve("s3");
    this.ids = environment.ids();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("making " + folder, e);
    }
  }

  private Path path(String blob) {
    return folder.resolve(blob);
  }

  /** Takes a request's body; nothing stays of a body whose checksum or signature is wrong. */
  Stored.Content receive(Request request) {
    Checksums sums = new Checksums(algorithm(request));
    Stored.Content content = write(request.body(), sums);
    try {
      check(request, content);
      return content;
    } catch (AwsError e) {
      delete(content.blob());
      throw e;
    }
  }

  /** Keeps a stream's bytes under a new name. */
  Stored.Content write(InputStream in, Checksums sums) {
    String blob = ids.hex(32);
    long size = 0;
    try (OutputStream out = Files.newOutputStream(path(blob), StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        sums.update(buffer, 0, count);
        out.write(buffer, 0, count);
        size += count;
      }
    } catch (IOException e) {
      delete(blob);
      throw new AwsError("IncompleteBody", 400, "The body could not be read: " + e.getMessage());
    } catch (AwsError e) {
      delete(blob);
      throw e;
    }
    String etag = HexFormat.of().formatHex(sums.md5());
    Stored.Checksum checksum = new Stored.Checksum(sums.algorithm(), sums.value(), "FULL_OBJECT");
    return new Stored.Content(blob, size, etag, Optional.of(checksum));
  }

  private static String algorithm(Request request) {
    Optional<String> announced =
        request
            .header("x-amz-trailer")
            .or(() -> request.headers().keySet().stream().filter(Blobs::isChecksum).findFirst())
            .filter(name -> name.startsWith(CHECKSUM))
            .map(name -> name.substring(CHECKSUM.length()));
    return announced
        .or(() -> request.header("x-amz-sdk-checksum-algorithm"))
        .orElse("CRC64NVME")
        .toUpperCase(Locale.ROOT);
  }

  private static boolean isChecksum(String header) {
    return header.startsWith(CHECKSUM)
        && !header.endsWith("-mode")
        && !header.endsWith("-algorithm")
        && !header.endsWith("-type");
  }

  private static void check(Request request, Stored.Content content) {
    Stored.Checksum computed = content.checksum().orElseThrow();
    String name = CHECKSUM + computed.algorithm().toLowerCase(Locale.ROOT);
    Optional<String> sent =
        request.header(name).or(() -> Optional.ofNullable(request.trailers().get(name)));
    if (sent.filter(value -> !value.equals(computed.value())).isPresent()) {
      throw AwsError.bad(
          "BadDigest",
          "The " + computed.algorithm() + " you specified did not match the calculated checksum.");
    }
    String md5 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(content.etag()));
    if (request.header("content-md5").filter(value -> !value.equals(md5)).isPresent()) {
      throw AwsError.bad(
          "BadDigest", "The Content-MD5 you specified did not match what we received.");
    }
  }

  InputStream open(String blob, long first, long length) {
    try {
      FileChannel channel = FileChannel.open(path(blob), StandardOpenOption.READ);
      return new Slice(Channels.newInputStream(channel.position(first)), length);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + blob, e);
    }
  }

  Answer.Content answer(String blob, long first, long length) {
    return new Answer.Content() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open(blob, first, length)) {
          in.transferTo(out);
        }
      }
    };
  }

  /** One after the other. */
  InputStream joined(List<Stored.Content> parts) {
    return new SequenceInputStream(
        Collections.enumeration(
            parts.stream().map(part -> open(part.blob(), 0, part.size())).toList()));
  }

  void delete(String blob) {
    try {
      if (!blob.isEmpty()) {
        Files.deleteIfExists(path(blob));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + blob, e);
    }
  }
}
