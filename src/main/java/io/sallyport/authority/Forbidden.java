package io.sallyport.authority;

import io.sallyport.rules.Finding;
import java.util.List;

/** Refused because of who asks: answered as 403, with the rule and those who may. */
@SuppressWarnings("serial") // never serialized: the edge turns it into RFC 9457
public final class Forbidden extends RuntimeException {

  private final List<Finding> findings;

  public Forbidden(List<Finding> findings) {
    super(findings.toString(), null, false, false);
    this.findings = List.copyOf(findings);
  }

  public Forbidden(String rule, Object subject, Object value, Object limit) {
    this(
        List.of(
            new Finding(
                rule, String.valueOf(subject), String.valueOf(value), String.valueOf(limit))));
  }

  public List<Finding> findings() {
    return findings;
  }
}
