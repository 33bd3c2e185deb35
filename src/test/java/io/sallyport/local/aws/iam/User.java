package io.sallyport.local.aws.iam;

import io.sallyport.local.aws.Arn;
import java.time.Instant;

/** A user. */
public record User(String name, String id, Instant created) {

  public String arn() {
    return Arn.iam("user/" + name);
  }
}
