package io.sallyport.rules.authorization;

import static io.sallyport.rules.authorization.AuthorizationHistoryTest.ASKED;
import static io.sallyport.rules.authorization.AuthorizationHistoryTest.AT;
import static io.sallyport.rules.authorization.AuthorizationHistoryTest.history;
import static io.sallyport.rules.authorization.AuthorizationHistoryTest.limited;
import static io.sallyport.rules.authorization.AuthorizationHistoryTest.past;
import static io.sallyport.rules.authorization.AuthorizationHistoryTest.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.AuthorizationHistory.Past;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was decided after episodes, and by whom, as the record tells it. */
class TermsHistoryTest {

  private static final Past OPENED = past("episode-opened", "oscar", "{'reason':'person'}");

  @Test
  void S20_what_an_official_decides_after_an_episode_binds_from_then_on() {
    AuthorizationHistory history =
        history(
            limited("alice", "2027-03-01", "person:p1\\nperson:p2"),
            OPENED,
            decided("olga", "keep", "'ends':'2027-05-01'"),
            OPENED,
            decided("olga", "restrict", "'principals':'person:p1','maximumInstances':'2'"),
            OPENED,
            decided("olga", "retrain", ""));

    assertThat(history.terms(ASKED.expires()))
        .isEqualTo(new Terms(start("2027-05-01"), List.of("person:p1"), 1, 2));
    assertThat(history.facts(ASKED, AT).expires()).isEqualTo(start("2027-05-01"));
  }

  @Test
  void S20_a_lawful_decision_of_an_official_is_authorized() {
    assertThat(
            judged(
                signed("alice"),
                signed("bob"),
                OPENED,
                recommendedAfter("alice"),
                decided("olga", "keep", "'ends':'2027-12-01'")))
        .isEmpty();
  }

  @Test
  void S20_terms_that_widen_or_last_for_ever_and_deciders_with_a_part_are_found() {
    assertThat(
            judged(
                signed("alice"),
                signed("bob"),
                OPENED,
                recommendedAfter("olga"),
                decided("olga", "restrict", "'principals':'person:p9','ends':'2036-01-01'"),
                decided("oscar", "retire", "")))
        .extracting(finding -> finding.rule() + ": " + finding.subject() + " " + finding.value())
        .containsExactly(
            "authorization/an-official-set-the-later-terms: olga someone who recommended what to do",
            "authorization/an-official-set-the-later-terms: oscar someone who opened the episode",
            "authorization/later-terms-fit-their-decision: ends that olga set 2036-01-01",
            "authorization/later-terms-fit-their-decision: principals that olga set person:p9");
  }

  @Test
  void S20_an_official_of_another_program_decides_nothing() {
    Past other =
        past(
            "decision-signed",
            "olga",
            "{'task':'decide-after-episode','outcome':'retire','modelDigest':'d1',"
                + "'groups':['/programs/harbor/authorizing-official']}");

    assertThat(judged(signed("alice"), signed("bob"), OPENED, other))
        .extracting(Finding::value)
        .containsExactly("no official");
  }

  @Test
  void F06_a_part_in_an_earlier_episode_is_none_in_the_newest() {
    AuthorizationHistory history = history(OPENED, recommendedAfter("alice"), OPENED);

    assertThat(history.partsInEpisode())
        .containsEntry("oscar", List.of("opened the episode"))
        .containsEntry("emil", List.of("submitted it"))
        .doesNotContainKey("alice");
    assertThat(history.parts()).doesNotContainKeys("oscar", "alice");
  }

  private static List<Finding> judged(Past... more) {
    return AuthorizationRules.BOOK.check(history(more).facts(ASKED, AT));
  }

  private static Past recommendedAfter(String person) {
    return past(
        "decision-signed",
        person,
        "{'task':'recommend-after-episode','outcome':'keep','modelDigest':'d1'}");
  }

  private static Past decided(String person, String outcome, String limits) {
    return past(
        "decision-signed",
        person,
        ("{'task':'decide-after-episode','outcome':'%s','modelDigest':'d1','limits':{%s},"
                + "'groups':['/programs/sentinel/authorizing-official']}")
            .formatted(outcome, limits));
  }

  private static Instant start(String day) {
    return Instant.parse(day + "T00:00:00Z");
  }
}
