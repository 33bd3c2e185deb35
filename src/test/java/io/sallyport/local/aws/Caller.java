package io.sallyport.local.aws;

import java.util.Optional;

/**
 * Who calls: the account, the principal as IAM names it ({@code arn:…:role/x}, {@code arn:…:user/x}
 * or {@code arn:…:root}), for a role the session's name, and the access key used.
 */
public record Caller(
    String account, String principalArn, Optional<String> session, String accessKeyId) {

  public boolean isRoot() {
    return principalArn.endsWith(":root");
  }

  /** As STS and CloudTrail name it: a role's session, not the role. */
  public String arn() {
    return session
        .map(
            name ->
                "arn:%s:sts::%s:assumed-role/%s/%s"
                    .formatted(Arn.PARTITION, account, principalName(), name))
        .orElse(principalArn);
  }

  /** The last word of the principal's ARN. */
  public String principalName() {
    return principalArn.substring(principalArn.lastIndexOf('/') + 1);
  }
}
