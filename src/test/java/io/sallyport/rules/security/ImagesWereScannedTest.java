package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import io.sallyport.rules.security.ImageFacts.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImagesWereScannedTest {

  private final ImagesWereScanned rule = new ImagesWereScanned();

  @Test
  void S10_a_signed_report_of_thirty_days_ago_passes() {
    assertThat(rule.check(Examples.facts())).isEmpty();
  }

  @Test
  void S10_an_image_without_a_report_is_not_scanned() {
    assertThat(values(ScanFacts.absent())).containsExactly("not scanned");
  }

  @Test
  void S10_a_report_that_nobody_signed_does_not_count() {
    assertThat(values(report(SignatureFacts.absent(), Examples.DIGEST, Examples.NOW, true)))
        .containsExactly("not scanned: report unsigned");
  }

  @Test
  void S10_a_report_signed_by_the_image_signer_does_not_count() {
    SignatureFacts signature = Examples.signature("signer", Examples.REPORT, 77);

    assertThat(values(report(signature, Examples.DIGEST, Examples.NOW, true)))
        .containsExactly("not scanned: report signed by signer");
  }

  @Test
  void S10_a_report_about_another_image_or_none_does_not_count() {
    assertThat(values(report(scanner(), Examples.REPORT, Examples.NOW, true)))
        .containsExactly("not scanned: report about " + Examples.REPORT);
    assertThat(values(report(scanner(), "", Examples.NOW, true)))
        .containsExactly("not scanned: report about no digest");
  }

  @Test
  void S10_a_report_without_results_does_not_count() {
    assertThat(values(report(scanner(), Examples.DIGEST, Examples.NOW, false)))
        .containsExactly("not scanned: report without results");
  }

  @Test
  void S10_a_report_too_old_or_from_the_future_does_not_count() {
    Instant old = Examples.NOW.minus(Duration.ofDays(30)).minusSeconds(1);
    Instant future = Examples.NOW.plus(Duration.ofMinutes(6));

    assertThat(values(report(scanner(), Examples.DIGEST, old, true)))
        .containsExactly("not scanned: report of " + old);
    assertThat(values(report(scanner(), Examples.DIGEST, future, true)))
        .containsExactly("not scanned: report of " + future);
  }

  private static SignatureFacts scanner() {
    return Examples.signature("scanner", Examples.REPORT, 77);
  }

  private static ScanFacts report(
      SignatureFacts signature, String digest, Instant at, boolean results) {
    return new ScanFacts(
        true, "f", Examples.REPORT, 77, signature, digest, at, results, Severities.NONE);
  }

  private List<String> values(ScanFacts report) {
    ImageFacts good = Examples.image(Role.TRAINING);
    ImageFacts image = Examples.image(Role.TRAINING, good.signature(), report);
    return rule.check(Examples.facts(image)).stream().map(Finding::value).toList();
  }
}
