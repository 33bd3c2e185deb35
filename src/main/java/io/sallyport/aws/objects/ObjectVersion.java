package io.sallyport.aws.objects;

import io.sallyport.rules.Refused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One exact version of one object. A key alone says nothing: its content can be replaced. */
public record ObjectVersion(String bucket, String key, String versionId) {

  private static final Pattern URI =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(.+)");

  public ObjectVersion {
    if (versionId.isBlank()) {
      throw new Refused("aws/exact-version", "s3://" + bucket + "/" + key, "no version", "one id");
    }
  }

  /** From {@code s3://bucket/key} and a version id. */
  public static ObjectVersion of(String uri, String versionId) {
    Matcher parts = parts(uri);
    return new ObjectVersion(parts.group(1), parts.group(2), versionId);
  }

  public String uri() {
    return "s3://" + bucket + "/" + key;
  }

  static String bucketOf(String uri) {
    return parts(uri).group(1);
  }

  static String keyOf(String uri) {
    return parts(uri).group(2);
  }

  private static Matcher parts(String uri) {
    Matcher matcher = URI.matcher(uri);
    if (!matcher.matches()) {
      throw new Refused("aws/object-address", "address", uri, "s3://<bucket>/<key>");
    }
    return matcher;
  }
}
