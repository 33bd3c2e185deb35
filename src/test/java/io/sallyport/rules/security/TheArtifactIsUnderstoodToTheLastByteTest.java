package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheArtifactIsUnderstoodToTheLastByteTest {

  private final TheArtifactIsUnderstoodToTheLastByte rule =
      new TheArtifactIsUnderstoodToTheLastByte();

  @Test
  void S10_an_understood_artifact_passes() {
    assertThat(rule.check(Examples.facts())).isEmpty();
  }

  @Test
  void S10_what_the_scanner_did_not_understand_is_told_again() {
    Finding found = new Finding("scan/pickle", "model.pkl", "posix.system", "an allowed global");
    ArtifactScan scan = new ArtifactScan(Examples.ARTIFACT, 1, List.of(), List.of(found));

    assertThat(rule.check(Examples.facts(scan, List.of())))
        .hasToString(
            "[gate-2/the-artifact-is-understood-to-the-last-byte: model.pkl is posix.system; the"
                + " limit is an allowed global]");
  }

  @Test
  void S10_an_empty_artifact_does_not_pass() {
    ArtifactScan empty = new ArtifactScan(Examples.ARTIFACT, 1, List.of(), List.of());

    assertThat(rule.check(Examples.facts(empty, List.of())))
        .hasToString(
            "[gate-2/the-artifact-is-understood-to-the-last-byte: artifact is without a member; the"
                + " limit is at least one member, understood]");
  }
}
