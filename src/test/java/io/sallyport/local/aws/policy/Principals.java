package io.sallyport.local.aws.policy;

import io.sallyport.local.aws.Arn;
import java.util.List;

/** Whom a resource's policy is about: everyone, the account, or somebody by name. */
record Principals(List<String> aws, List<String> services, boolean not) {

  /** How a question's caller is named here. */
  enum Match {
    NONE,
    /** Through the account: then the caller's own policies must allow it too. */
    ACCOUNT,
    DIRECT
  }

  Match match(Question question) {
    Match plain = plain(question);
    if (!not) {
      return plain;
    }
    return plain == Match.NONE ? Match.DIRECT : Match.NONE;
  }

  private Match plain(Question question) {
    if (question.service().isPresent()) {
      boolean named = services.contains(question.service().get()) || aws.contains("*");
      return named ? Match.DIRECT : Match.NONE;
    }
    if (aws.contains("*") || aws.stream().anyMatch(question.principals()::contains)) {
      return Match.DIRECT;
    }
    boolean account = aws.contains(Arn.ACCOUNT) || aws.contains(Arn.iam("root"));
    return account ? Match.ACCOUNT : Match.NONE;
  }
}
