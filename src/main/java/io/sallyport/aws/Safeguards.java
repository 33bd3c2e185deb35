package io.sallyport.aws;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everything of ours has in AWS, whatever its definition says (S02, S04): a thing that is
 * found under a wanted name without it is never adopted (design, rule 3).
 */
public final class Safeguards {

  private static final String RULE = "aws/nothing-unsafe-is-adopted";

  private final Object name;
  private final List<Finding> missing = new ArrayList<>();

  public Safeguards(Object name) {
    this.name = name;
  }

  /** What there must be, whether it is there, and what the thing is if not. */
  public Safeguards has(String safeguard, boolean there, String otherwise) {
    if (!there) missing.add(new Finding(RULE, String.valueOf(name), otherwise, safeguard));
    return this;
  }

  /** S02: its containers reach no network; null is no. */
  public Safeguards isolated(@Nullable Boolean networkIsolation) {
    return has("network isolation", Boolean.TRUE.equals(networkIsolation), "open to the network");
  }

  /** S02: what its containers tell each other is encrypted; null is no. */
  public Safeguards encryptedBetweenContainers(@Nullable Boolean encryption) {
    return has(
        "encryption between containers",
        Boolean.TRUE.equals(encryption),
        "open between its containers");
  }

  /** S02, S13: it runs in a VPC; null is none. */
  public Safeguards inVpc(@Nullable Object vpcConfig) {
    return has("a VPC", vpcConfig != null, "in no VPC");
  }

  /** Refuses with all that is missing, each by name. */
  public void require() {
    if (!missing.isEmpty()) throw new Refused(missing);
  }
}
