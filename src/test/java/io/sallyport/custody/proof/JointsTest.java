package io.sallyport.custody.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.custody.proof.Verification.Trust;
import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F12, S13: what must have been recorded before a version answers. */
class JointsTest {

  private final PromotedVersion version = PromotedVersion.plain();

  @Test
  void S13_a_version_that_came_to_answer_as_it_must_is_verified() {
    assertThat(findings(new AnsweringVersion(version).packed())).isEmpty();
  }

  @Test
  void S13_a_service_period_without_verified_answers_is_named() {
    assertThat(findings(new AnsweringVersion(version).unverified()))
        .hasToString(
            "[custody/each-joint-is-there: answers-verified before facts/0013.json is missing; the"
                + " limit is recorded before]");
  }

  @Test
  void S13_a_service_period_that_nothing_led_to_names_all_that_is_missing() {
    version.append("service-period-opened", "sallyport", Map.of());

    assertThat(findings(version.again()))
        .extracting(Finding::subject)
        .contains(
            "gate-3-passed before facts/0001.json",
            "deployment-checked before facts/0001.json",
            "endpoint-in-service before facts/0001.json",
            "answers-verified before facts/0001.json");
  }

  @Test
  void F37_a_restoration_of_what_was_never_opened_is_named() {
    version.packed();
    version.append("service-restored", "sallyport", Map.of());

    assertThat(findings(version.again()))
        .extracting(Finding::subject)
        .containsExactly("service-period-opened before facts/0012.json");
  }

  private List<Finding> findings(EvidencePackage packed) {
    return Verification.of(packed, Trust.in(version.key())).findings();
  }
}
