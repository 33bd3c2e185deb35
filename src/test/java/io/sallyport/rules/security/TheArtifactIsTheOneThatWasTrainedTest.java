package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TheArtifactIsTheOneThatWasTrainedTest {

  private final TheArtifactIsTheOneThatWasTrained rule = new TheArtifactIsTheOneThatWasTrained();

  @Test
  void S10_the_artifact_of_the_training_run_passes() {
    assertThat(rule.check(Examples.facts())).isEmpty();
  }

  @Test
  void S10_other_bytes_are_named_with_both_digests() {
    ArtifactScan other = new ArtifactScan("0".repeat(64), 1, List.of(), List.of());

    assertThat(rule.check(Examples.facts(other, List.of())))
        .hasToString(
            "[gate-2/the-artifact-is-the-one-that-was-trained: artifact digest is %s; the limit is %s]"
                .formatted("0".repeat(64), Examples.ARTIFACT));
  }

  @Test
  void S10_a_scan_that_states_no_digest_does_not_pass() {
    ArtifactScan silent = new ArtifactScan("", 1, List.of(), List.of());

    assertThat(rule.check(Examples.facts(silent, List.of())))
        .singleElement()
        .satisfies(finding -> assertThat(finding.value()).isEqualTo("not stated"));
  }
}
