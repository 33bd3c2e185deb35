package io.sallyport.local.aws.iam;

import io.sallyport.local.aws.Arn;
import java.time.Instant;
import java.util.Map;

/** A role: whom it trusts, and its tags. */
public record Role(
    String name,
    String id,
    String path,
    String trust,
    String description,
    int sessionSecondsMax,
    Map<String, String> tags,
    Instant created) {

  public String arn() {
    return Arn.iam("role" + path + name);
  }
}
