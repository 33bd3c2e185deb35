package io.sallyport.local.aws.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as it came: header names in lower case, query decoded, body not yet read. The raw
 * path and raw query stay as sent, because the signature covers them.
 */
public final class Request {

  /** The largest body that is held in memory; S3's object bodies are streamed instead. */
  static final int BODY_BYTES_MAX = 32 << 20;

  private final String method;
  private final String path;
  private final String signedPath;
  private final String rawQuery;
  private final Map<String, List<String>> headers;
  private final Map<String, List<String>> query;
  private final Map<String, String> trailers = new LinkedHashMap<>();
  private final boolean inside;
  private InputStream body;

  public Request(
      String method,
      String rawPath,
      String rawQuery,
      Map<String, List<String>> headers,
      InputStream body) {
    this.method = method;
    this.path = rawPath;
    this.signedPath = rawPath;
    this.inside = true;
    this.rawQuery = rawQuery;
    this.headers = new LinkedHashMap<>();
    headers.forEach((name, values) -> this.headers.put(name.toLowerCase(Locale.ROOT), values));
    this.query = parse(rawQuery);
    this.body = body;
  }

  private Request(Request original, String path, boolean inside) {
    this.method = original.method;
    this.path = path;
    this.signedPath = original.signedPath;
    this.rawQuery = original.rawQuery;
    this.headers = original.headers;
    this.query = original.query;
    this.body = original.body;
    this.inside = inside;
  }

  /** The same request under another path, for virtual-host addressing; the signed path stays. */
  public Request at(String otherRawPath) {
    return new Request(this, otherRawPath, inside);
  }

  /** The same request, but not through a VPC endpoint. */
  public Request fromOutside() {
    return new Request(this, path, false);
  }

  /** Whether it came from inside the VPC. */
  public boolean isInside() {
    return inside;
  }

  public String method() {
    return method;
  }

  /** As routes see it. */
  public String rawPath() {
    return path;
  }

  /** As it was sent and signed. */
  public String signedPath() {
    return signedPath;
  }

  public String rawQuery() {
    return rawQuery;
  }

  public Map<String, List<String>> headers() {
    return headers;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
        .map(values -> String.join(",", values));
  }

  public Map<String, List<String>> query() {
    return query;
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
  }

  /** The body as a stream that may be read once. */
  public InputStream body() {
    return body;
  }

  /** Puts a decoded or checked stream in the place of the body. */
  public void body(InputStream other) {
    this.body = other;
  }

  /** What followed a chunked body; empty until that has been read to its end. */
  public Map<String, String> trailers() {
    return trailers;
  }

  /** The whole body; a second call gives the same bytes again. */
  public byte[] bytes() {
    try {
      byte[] bytes = body.readNBytes(BODY_BYTES_MAX + 1);
      if (bytes.length > BODY_BYTES_MAX) {
        throw new AwsError(
            "RequestEntityTooLargeException",
            413,
            "The body has more than " + BODY_BYTES_MAX + " bytes");
      }
      body = new ByteArrayInputStream(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("reading the body of " + method + " " + path, e);
    }
  }

  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** {@code a=1&b=2}, decoded, in order; a name without a value has the empty value. */
  public static Map<String, List<String>> parse(String raw) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      all.computeIfAbsent(decode(name), n -> new ArrayList<>()).add(decode(value));
    }
    return all;
  }

  static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** In a path a plus is a plus. */
  static String decodePath(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
