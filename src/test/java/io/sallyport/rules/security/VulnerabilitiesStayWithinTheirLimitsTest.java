package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sallyport.rules.Finding;
import io.sallyport.rules.security.ImageFacts.Role;
import org.junit.jupiter.api.Test;

class VulnerabilitiesStayWithinTheirLimitsTest {

  private final VulnerabilitiesStayWithinTheirLimits rule =
      new VulnerabilitiesStayWithinTheirLimits();

  @Test
  void S10_medium_and_low_vulnerabilities_pass() {
    assertThat(rule.check(with(new Severities(0, 0, 9, 9, 0)))).isEmpty();
  }

  @Test
  void S10_each_count_over_its_limit_is_told_with_both_numbers() {
    assertThat(rule.check(with(new Severities(1, 2, 0, 0, 3))))
        .extracting(Finding::subject, Finding::value, Finding::limit)
        .containsExactly(
            tuple(
                "critical vulnerabilities of TRAINING image " + Examples.REFERENCE,
                "1",
                "at most 0"),
            tuple("high vulnerabilities of TRAINING image " + Examples.REFERENCE, "2", "at most 0"),
            tuple(
                "unrated vulnerabilities of TRAINING image " + Examples.REFERENCE,
                "3",
                "at most 0"));
  }

  private static SecurityFacts with(Severities severities) {
    ImageFacts good = Examples.image(Role.TRAINING);
    return Examples.facts(
        Examples.image(Role.TRAINING, good.signature(), Examples.report(severities)));
  }
}
