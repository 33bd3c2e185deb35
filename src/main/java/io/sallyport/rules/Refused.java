package io.sallyport.rules;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * The answer is no. Says which rule, for which value, against which limit; nothing has been
 * changed. It carries no stack trace, because it is an answer and not an accident.
 */
@SuppressWarnings("serial") // never serialized: the edge turns it into RFC 9457 with the findings
public final class Refused extends RuntimeException {

  private final List<Finding> findings;

  public Refused(List<Finding> findings) {
    super(findings.stream().map(Finding::toString).collect(joining("; ")), null, false, false);
    this.findings = List.copyOf(findings);
  }

  public Refused(String rule, Object subject, Object value, Object limit) {
    this(
        List.of(
            new Finding(
                rule, String.valueOf(subject), String.valueOf(value), String.valueOf(limit))));
  }

  public List<Finding> findings() {
    return findings;
  }
}
