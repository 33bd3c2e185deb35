package io.sallyport.jobs.scan;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Names packed content by its first bytes, so that a refusal says what was hidden. */
final class Packed {

  private static final Map<String, String> KINDS =
      Map.of(
          "1f8b", "gzip",
          "7801", "zlib",
          "785e", "zlib",
          "789c", "zlib",
          "78da", "zlib",
          "425a68", "bzip2",
          "fd377a585a", "xz",
          "28b52ffd", "zstd",
          "504b", "zip");

  private Packed() {}

  static Optional<String> kind(byte[] content) {
    String head = HexFormat.of().formatHex(content, 0, Math.min(5, content.length));
    return KINDS.entrySet().stream()
        .filter(kind -> head.startsWith(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
