package io.sallyport.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.rules.authorization.AuthorizationHistory.Past;
import io.sallyport.rules.service.OpeningFacts.Deployed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TheLedgerConfirmedTheArtifactTest {

  private static final Deployed COVER = new Deployed("aa", "cover-1", "configuration-1");

  private final TheLedgerConfirmedTheArtifact rule = new TheLedgerConfirmedTheArtifact();

  @Test
  void S13_an_artifact_that_the_ledger_confirmed_last_may_answer() {
    assertThat(rule.check(after(refused(), confirmed("aa")))).isEmpty();
  }

  @Test
  void S13_without_a_check_of_the_ledger_nothing_answers() {
    assertThat(rule.check(after()))
        .hasToString(
            "[service/the-ledger-confirmed-the-artifact: cover-1 is not confirmed; the limit is"
                + " confirmed for SHA-256 aa]");
  }

  @Test
  void S13_a_check_of_another_artifact_is_none() {
    assertThat(rule.check(after(confirmed("aa"), confirmed("bb"))))
        .extracting(finding -> finding.value())
        .containsExactly("confirmed for SHA-256 bb");
  }

  @Test
  void S13_what_the_ledger_refused_since_does_not_answer() {
    assertThat(rule.check(after(confirmed("aa"), refused()))).hasSize(1);
  }

  @Test
  void S13_an_artifact_without_a_digest_is_never_confirmed() {
    Deployed nothing = new Deployed("", "cover-1", "configuration-1");

    assertThat(rule.check(OpeningFacts.of(nothing, List.of(confirmed(""))))).hasSize(1);
  }

  private static OpeningFacts after(Past... facts) {
    return OpeningFacts.of(COVER, Stream.of(facts).toList());
  }

  private static Past confirmed(String digest) {
    return past("deployment-checked", Map.of("modelDigest", digest));
  }

  private static Past refused() {
    return past("deployment-refused", Map.of("findings", List.of()));
  }

  private static Past past(String kind, Map<String, Object> payload) {
    return new Past(kind, "sallyport", Instant.EPOCH, new ObjectMapper().valueToTree(payload));
  }
}
