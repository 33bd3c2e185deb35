package io.sallyport.local.aws.signature;

import io.sallyport.local.aws.protocol.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one form of a request that is signed (Signature Version 4, task 1). */
final class CanonicalRequest {

  private CanonicalRequest() {}

  static String of(Request request, Claim claim, String payloadHash) {
    StringBuilder headers = new StringBuilder();
    for (String name : claim.signedHeaders()) {
      headers.append(name).append(':').append(header(request, name)).append('\n');
    }
    return String.join(
        "\n",
        request.method(),
        path(request.signedPath(), claim.service().equals("s3")),
        query(request),
        headers,
        String.join(";", claim.signedHeaders()),
        payloadHash);
  }

  private static String header(Request request, String name) {
    List<String> values = Optional.ofNullable(request.headers().get(name)).orElse(List.of());
    return String.join(
        ",", values.stream().map(value -> value.trim().replaceAll(" +", " ")).toList());
  }

  /** S3 signs the path encoded once, everything else encoded twice. */
  private static String path(String rawPath, boolean once) {
    StringBuilder out = new StringBuilder();
    for (String segment : (rawPath.isEmpty() ? "/" : rawPath).split("/", -1)) {
      String plain = once ? decode(segment.replace("+", "%2B")) : segment;
      out.append('/').append(encode(plain));
    }
    return out.substring(1);
  }

  private static String query(Request request) {
    List<String> pairs = new ArrayList<>();
    request
        .query()
        .forEach(
            (name, values) -> {
              if (!name.equals("X-Amz-Signature")) {
                values.forEach(value -> pairs.add(encode(name) + "=" + encode(value)));
              }
            });
    pairs.sort(CanonicalRequest::byNameThenValue);
    return String.join("&", pairs);
  }

  private static int byNameThenValue(String a, String b) {
    String[] left = a.split("=", 2);
    String[] right = b.split("=", 2);
    int names = left[0].compareTo(right[0]);
    return names != 0 ? names : left[1].compareTo(right[1]);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** RFC 3986: letters, digits, hyphen, dot, underscore and tilde stay. */
  private static String encode(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~".indexOf(c) >= 0;
      if (plain) {
        out.append(c);
      } else {
        out.append(String.format("%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
