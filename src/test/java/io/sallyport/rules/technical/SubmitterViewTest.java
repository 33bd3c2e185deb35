package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.NOT_PROVEN;
import static io.sallyport.rules.technical.FactsForGate1.passing;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Decisions about trust, 3. */
class SubmitterViewTest {

  @Test
  void F08_a_pass_shows_no_number() {
    assertThat(view(passing().look(3)))
        .isEqualTo(new SubmitterView("passed", passing().plan().metrics(), 3, 10, List.of()));
  }

  @Test
  void F08_not_proven_is_one_bit_beside_what_was_asked_for() {
    assertThat(view(passing().measured(NOT_PROVEN).look(4)))
        .isEqualTo(new SubmitterView("not proven", passing().plan().metrics(), 4, 10, List.of()));
  }

  @Test
  void F08_counts_and_floors_are_for_everybody_and_hide_the_bit() {
    SubmitterView view =
        view(passing().measured(NOT_PROVEN).rows(41, Map.of("mine", 22L, "rock", 19L)));

    assertThat(view.verdict()).isEqualTo("not assessable");
    assertThat(view.findings())
        .extracting(Finding::rule)
        .containsExactly(
            "gate-1/the-held-out-set-is-large-enough",
            "gate-1/each-class-is-large-enough",
            "gate-1/each-class-is-large-enough");
  }

  @Test
  void F08_a_look_too_many_hides_the_bit() {
    SubmitterView view = view(passing().measured(NOT_PROVEN).look(11));

    assertThat(view.verdict()).isEqualTo("refused");
    assertThat(view.findings())
        .extracting(Finding::rule)
        .containsExactly("gate-1/looks-stay-in-the-budget");
  }

  @Test
  void F08_a_finding_that_the_book_does_not_know_is_kept_back() {
    List<Finding> findings = List.of(new Finding("gate-9/unknown", "accuracy", "0.84", "0.85"));

    assertThat(TechnicalVerdict.of(findings)).isEqualTo(TechnicalVerdict.REFUSED);
    assertThat(view(passing(), findings).findings()).isEmpty();
  }

  @Test
  void F08_the_authority_reads_every_finding() {
    List<Finding> findings =
        TechnicalRules.BOOK.check(passing().measured(NOT_PROVEN).look(11).facts());

    assertThat(findings)
        .extracting(TechnicalVerdict::visibility)
        .containsExactly(Visibility.EVERYBODY, Visibility.AUTHORITY);
  }

  private static SubmitterView view(FactsForGate1 given) {
    return view(given, TechnicalRules.BOOK.check(given.facts()));
  }

  private static SubmitterView view(FactsForGate1 given, List<Finding> findings) {
    TechnicalFacts facts = given.facts();
    return SubmitterView.of(facts.plan(), facts.look(), facts.floors().maximumLooks(), findings);
  }
}
