package io.sallyport.rules.security;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/** S10: no image has more critical, high or unrated vulnerabilities than its limits allow. */
public final class VulnerabilitiesStayWithinTheirLimits implements Rule<SecurityFacts> {

  @Override
  public String id() {
    return "gate-2/vulnerabilities-stay-within-their-limits";
  }

  @Override
  public List<Finding> check(SecurityFacts facts) {

    return facts.images().stream()
        .filter(image -> image.scan().present())
        .flatMap(image -> check(image, facts.limits()))
        .toList();
  }

  private Stream<Finding> check(ImageFacts image, SeverityLimits limits) {
    Severities found = image.scan().severities();
    return Stream.of(
            count(image, "critical", found.critical(), limits.criticalMax()),
            count(image, "high", found.high(), limits.highMax()),
            count(image, "unrated", found.unrated(), limits.unratedMax()))
        .flatMap(List::stream);
  }

  private List<Finding> count(ImageFacts image, String severity, int found, int max) {
    String subject =
        severity + " vulnerabilities of " + image.role() + " image " + image.reference();
    return found <= max ? List.of() : List.of(finding(subject, found, "at most " + max));
  }
}
