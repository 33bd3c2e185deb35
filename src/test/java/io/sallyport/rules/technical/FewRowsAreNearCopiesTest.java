package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FewRowsAreNearCopiesTest {

  private final FewRowsAreNearCopies rule = new FewRowsAreNearCopies();

  @Test
  void F08_a_share_at_the_limit_is_allowed() {
    assertThat(rule.check(near(5, "0.005000"))).isEmpty();
  }

  @Test
  void F08_more_near_copies_are_told_with_their_share() {
    assertThat(rule.check(near(6, "0.006000")))
        .hasToString(
            "[gate-1/few-rows-are-near-copies: the held-out set is 6 near copies of training rows"
                + " among 1000 rows compared (share 0.006000); the limit is a share of at most"
                + " 0.005]");
  }

  @Test
  void F08_where_no_row_was_compared_nothing_is_known() {
    Evaluation.Overlap none = new Evaluation.Overlap(0, 0, 0, "0.000000", Optional.empty());

    assertThat(rule.check(passing().overlap(none).facts()))
        .hasToString(
            "[gate-1/few-rows-are-near-copies: the held-out set is 0 rows compared; the limit is at"
                + " least 1]");
  }

  private static TechnicalFacts near(long copies, String share) {
    return passing()
        .overlap(new Evaluation.Overlap(0, 1000, copies, share, Optional.empty()))
        .facts();
  }
}
