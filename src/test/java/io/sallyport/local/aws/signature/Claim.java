package io.sallyport.local.aws.signature;

import io.sallyport.local.aws.protocol.Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a request says about its signature, in its header or, presigned, in its query. */
record Claim(
    String keyId,
    String scope,
    List<String> signedHeaders,
    String signature,
    String timestamp,
    Optional<String> sessionToken,
    Optional<Duration> presignedFor) {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Nothing for a request that is not signed. */
  static Optional<Claim> of(Request request) {
    Optional<String> header =
        request.header("authorization").filter(text -> text.startsWith(ALGORITHM + " "));
    if (header.isPresent()) {
      return fromHeader(request, header.get().substring(ALGORITHM.length() + 1));
    }
    return request
        .query("X-Amz-Algorithm")
        .filter(ALGORITHM::equals)
        .flatMap(a -> presigned(request));
  }

  private static Optional<Claim> fromHeader(Request request, String text) {
    Map<String, String> parts = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      String[] pair = part.trim().split("=", 2);
      if (pair.length == 2) {
        parts.put(pair[0], pair[1]);
      }
    }
    Said said =
        new Said(
            parts.getOrDefault("Credential", ""),
            parts.getOrDefault("SignedHeaders", ""),
            parts.getOrDefault("Signature", ""),
            request.header("x-amz-date").orElse(""));
    return said.claim(request.header("x-amz-security-token"), Optional.empty());
  }

  private static Optional<Claim> presigned(Request request) {
    Said said =
        new Said(
            request.query("X-Amz-Credential").orElse(""),
            request.query("X-Amz-SignedHeaders").orElse(""),
            request.query("X-Amz-Signature").orElse(""),
            request.query("X-Amz-Date").orElse(""));
    return said.claim(
        request.query("X-Amz-Security-Token"),
        request.query("X-Amz-Expires").map(text -> Duration.ofSeconds(Long.parseLong(text))));
  }

  /** What stands in every signed request, wherever it stands. */
  private record Said(String credential, String signedHeaders, String signature, String timestamp) {

    Optional<Claim> claim(Optional<String> token, Optional<Duration> presignedFor) {
      int slash = credential.indexOf('/');
      if (slash < 0 || credential.split("/", -1).length != 5) return Optional.empty();
      return Optional.of(
          new Claim(
              credential.substring(0, slash),
              credential.substring(slash + 1),
              List.of(signedHeaders.split(";", -1)),
              signature,
              timestamp,
              token,
              presignedFor));
    }
  }

  String date() {
    return scope.split("/", -1)[0];
  }

  String region() {
    return scope.split("/", -1)[1];
  }

  String service() {
    return scope.split("/", -1)[2];
  }

  boolean isPresigned() {
    return presignedFor.isPresent();
  }

  /** Nothing if it is no time at all. */
  Optional<Instant> signedAt() {
    try {
      return Optional.of(BASIC.parse(timestamp, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The key for this day, region and service. */
  byte[] signingKey(String secret) {
    byte[] key = ("AWS4" + secret).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (String word : scope.split("/", -1)) {
      key = Bytes.hmac(key, word);
    }
    return key;
  }

  String stringToSign(String kind, String rest) {
    return String.join("\n", kind, timestamp, scope, rest);
  }

  /** The signature over a canonical request. */
  String sign(byte[] signingKey, String canonicalRequest) {
    return Bytes.hex(
        Bytes.hmac(signingKey, stringToSign(ALGORITHM, Bytes.sha256Hex(canonicalRequest))));
  }
}
