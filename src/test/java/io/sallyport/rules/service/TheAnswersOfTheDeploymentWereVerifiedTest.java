package io.sallyport.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.AuthorizationHistory.Past;
import io.sallyport.rules.service.OpeningFacts.Deployed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheAnswersOfTheDeploymentWereVerifiedTest {

  private static final Deployed COVER = new Deployed("aa", "cover-1", "configuration-1");

  private final TheAnswersOfTheDeploymentWereVerified rule =
      new TheAnswersOfTheDeploymentWereVerified();

  @Test
  void S13_a_deployment_whose_answers_were_verified_may_answer() {
    assertThat(check(COVER, verified("bb", "cover-0", "configuration-0"), verified(COVER)))
        .isEmpty();
  }

  @Test
  void S13_without_verified_answers_nothing_answers() {
    assertThat(check(COVER))
        .hasToString(
            "[service/the-answers-of-the-deployment-were-verified: cover-1 is not verified; the"
                + " limit is answers of SHA-256 aa with configuration configuration-1 verified"
                + " there]");
  }

  @ParameterizedTest
  @CsvSource({"bb, cover-1, configuration-1", "aa, cover-2, configuration-1", "aa, cover-1, other"})
  void S13_answers_of_another_artifact_endpoint_or_configuration_prove_nothing(
      String digest, String endpoint, String configuration) {
    assertThat(check(COVER, verified(digest, endpoint, configuration))).hasSize(1);
  }

  @Test
  void S13_a_fact_that_does_not_say_of_what_the_answers_were_proves_nothing() {
    Past silent =
        new Past(
            "answers-verified", "sallyport", Instant.EPOCH, new ObjectMapper().createObjectNode());

    assertThat(check(new Deployed("", "", ""), silent)).hasSize(1);
  }

  private List<Finding> check(Deployed deployed, Past... facts) {
    return rule.check(OpeningFacts.of(deployed, Stream.of(facts).toList()));
  }

  private static Past verified(Deployed deployed) {
    return verified(deployed.modelDigest(), deployed.endpoint(), deployed.configuration());
  }

  private static Past verified(String digest, String endpoint, String configuration) {
    return new Past(
        "answers-verified",
        "sallyport",
        Instant.EPOCH,
        new ObjectMapper()
            .valueToTree(
                Map.of(
                    "modelDigest", digest,
                    "endpoint", endpoint,
                    "configuration", configuration,
                    "rows", 200)));
  }
}
