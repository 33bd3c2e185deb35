package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.aws.ImageSigning;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrivyReportTest {

  private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
  private static final String DIGEST = "sha256:" + "b".repeat(64);

  @Test
  void S10_a_report_is_read_with_its_digest_time_and_severities() {
    TrivyReport report =
        TrivyReport.read(
            ImageSigning.trivyReport(
                "r/x", DIGEST, AT, "CRITICAL", "HIGH", "HIGH", "MEDIUM", "LOW", "UNKNOWN", "new"));

    assertThat(report.digests()).containsExactly(DIGEST);
    assertThat(report.createdAt()).isEqualTo(AT);
    assertThat(report.hasResults()).isTrue();
    assertThat(report.severities()).isEqualTo(new Severities(1, 2, 1, 1, 2));
  }

  @Test
  void S10_no_vulnerabilities_are_clean_where_packages_were_looked_at() {
    TrivyReport report = TrivyReport.read(ImageSigning.trivyReport("r/x", DIGEST, AT));

    assertThat(report.hasResults()).isTrue();
    assertThat(report.severities()).isEqualTo(Severities.NONE);
  }

  @Test
  void S10_a_report_without_results_or_only_about_secrets_has_none() {
    String head = "{\"SchemaVersion\":2,\"CreatedAt\":\"2026-11-20T00:00:00Z\"";

    assertThat(read(head + "}").hasResults()).isFalse();
    assertThat(read(head + ",\"Results\":[]}").hasResults()).isFalse();
    assertThat(read(head + ",\"Results\":[{\"Class\":\"secret\"}]}").hasResults()).isFalse();
  }

  @Test
  void S10_what_cannot_be_read_says_nothing() {
    for (String bytes : List.of("", "[]", "{\"SchemaVersion\":1}", "{\"a\":1,\"a\":1}")) {
      assertThat(read(bytes).digests()).as(bytes).isEmpty();
      assertThat(read(bytes).hasResults()).as(bytes).isFalse();
    }
  }

  @Test
  void S10_the_facts_name_the_digest_that_the_report_is_about() {
    TrivyReport report = TrivyReport.read(ImageSigning.trivyReport("r/x", DIGEST, AT));
    SignatureFacts signature = SignatureFacts.absent();

    assertThat(report.facts(DIGEST, "sha256:m", 7, signature).scannedDigest()).isEqualTo(DIGEST);
    assertThat(report.facts("sha256:other", "sha256:m", 7, signature).scannedDigest())
        .isEqualTo(DIGEST);
  }

  private static TrivyReport read(String text) {
    return TrivyReport.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
