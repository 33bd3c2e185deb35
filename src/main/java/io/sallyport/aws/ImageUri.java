package io.sallyport.aws;

import io.sallyport.rules.Refused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container image by digest: {@code <account>.dkr.ecr.<region>.<domain>/<repository>@sha256:<64
 * hex>}. A tag can be moved, so no image is ever named by one (S02).
 */
public record ImageUri(String value) {

  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(?<registry>[0-9]{12}\\.dkr\\.ecr(-fips)?\\.[a-z0-9-]+\\.[a-z0-9.]+)"
              + "/(?<repository>[a-z0-9]+([._/-][a-z0-9]+)*)@(?<digest>sha256:[0-9a-f]{64})");

  public ImageUri {
    if (!GRAMMAR.matcher(value).matches()) {
      throw new Refused("aws/image-by-digest", "image", value, "<registry>/<repository>@sha256:…");
    }
  }

  /** The account that owns the registry. */
  public String account() {
    return value.substring(0, 12);
  }

  public String repository() {
    return part("repository");
  }

  /** With its algorithm: {@code sha256:<64 hex>}. */
  public String digest() {
    return part("digest");
  }

  @Override
  public String toString() {
    return value;
  }

  private String part(String name) {
    Matcher matcher = GRAMMAR.matcher(value);
    if (!matcher.matches()) throw new IllegalStateException("the constructor let pass " + value);
    return matcher.group(name);
  }
}
