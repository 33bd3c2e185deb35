package io.sallyport.processes;

import static io.sallyport.processes.Deed.no;
import static io.sallyport.processes.Deed.sets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path of {@code reauthorization}, and every row of {@code drift-response}. */
@ExtendWith(OnEngine.class)
class ReauthorizationPathsTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final String RECOMMEND = "recommend-after-episode";
  private static final String DECIDE = "decide-after-episode";

  @Test
  void S19_an_episode_that_can_wait_asks_people_while_the_version_answers() {
    Case episode = Case.episode("person", "none", "routine").goesOn();

    assertThat(episode.instance())
        .isWaitingAt(RECOMMEND)
        .hasPassedInOrder("gather-evidence", "assess-response", "act-before-decision")
        .hasNotPassed("suspend-version", DECIDE);
    assertThat(episode.steps()).containsExactly("gatherEvidence");
  }

  @Test
  void S19_an_episode_that_cannot_wait_suspends_before_anybody_is_asked() {
    Case episode = Case.episode("drift", "major", "routine").goesOn();

    assertThat(episode.instance()).isWaitingAt(RECOMMEND).hasPassed("suspend-version");
    assertThat(episode.steps()).containsExactly("gatherEvidence", "suspendVersion", "stopTraffic");
  }

  @Test
  void S20_what_is_kept_is_renewed_after_the_ledger_was_asked() {
    Case episode = decided(asked(), "keep");

    assertThat(episode.instance())
        .isEnded()
        .hasPassedInOrder(
            "recheck-ledger",
            "renew-authorization",
            "is-it-held",
            "close-episode",
            "episode-closed")
        .hasNotPassed("tighten-terms", "resume-version", "retire-endpoint", "expect-retraining");
    assertThat(episode.steps())
        .containsExactly(
            "gatherEvidence",
            "signatureRecorded",
            "signatureRecorded",
            "recheckLedger",
            "renewAuthorization",
            "closeEpisode");
  }

  @Test
  void S20_what_is_restricted_is_tightened_after_the_ledger_was_asked() {
    Case episode = decided(asked(), "restrict");

    assertThat(episode.instance())
        .isEnded()
        .hasPassedInOrder("recheck-ledger", "tighten-terms", "episode-closed")
        .hasNotPassed("renew-authorization", "resume-version");
    assertThat(episode.steps()).endsWith("recheckLedger", "tightenTerms", "closeEpisode");
  }

  @ParameterizedTest
  @CsvSource({"keep, renewAuthorization", "restrict, tightenTerms"})
  void S20_what_was_suspended_answers_again_last(String outcome, String step) {
    Case episode = asked().does(step, sets(Map.of("held", true)));

    decided(episode, outcome);

    assertThat(episode.instance()).isEnded().hasPassedInOrder("is-it-held", "resume-version");
    assertThat(episode.steps()).endsWith("recheckLedger", step, "resumeVersion", "closeEpisode");
  }

  @Test
  void S20_what_is_to_be_retrained_stays_as_it_is() {
    Case episode = decided(asked(), "retrain");

    assertThat(episode.instance())
        .isEnded()
        .hasPassedInOrder("expect-retraining", "close-episode", "episode-closed")
        .hasNotPassed("recheck-ledger", "retire-endpoint");
    assertThat(episode.steps()).endsWith("signatureRecorded", "expectRetraining", "closeEpisode");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retire", "something else"})
  void S20_whatever_is_none_of_these_retires(String outcome) {
    Case episode = decided(asked(), outcome);

    assertThat(episode.instance())
        .isEnded()
        .hasPassedInOrder("retire-endpoint", "close-episode", "episode-closed")
        .hasNotPassed("recheck-ledger", "expect-retraining");
    assertThat(episode.steps()).endsWith("signatureRecorded", "retireEndpoint", "closeEpisode");
  }

  @Test
  void S20_what_the_ledger_refuses_changes_nothing_and_is_asked_again() {
    Case episode = decided(asked().does("recheckLedger", no("deployment-refused")), "keep");

    assertThat(episode.instance())
        .isWaitingAt(RECOMMEND)
        .hasPassedInOrder("ledger-refused", "raise-security-alert")
        .hasNotPassed("renew-authorization", "close-episode");

    decided(episode, "retire");
    assertThat(episode.instance()).isEnded().hasPassed("episode-closed");
  }

  @Test
  void S20_what_the_ledger_refuses_at_the_last_moment_stays_suspended_and_is_asked_again() {
    Case episode =
        asked()
            .does("renewAuthorization", sets(Map.of("held", true)))
            .does("resumeVersion", no("deployment-refused"));

    decided(episode, "keep");

    assertThat(episode.instance())
        .isWaitingAt(RECOMMEND)
        .hasPassedInOrder("resumption-refused", "raise-security-alert")
        .hasNotPassed("close-episode");
    decided(episode, "retrain");
    assertThat(episode.instance()).isEnded().hasPassed("episode-closed");
  }

  @Test
  void S20_effect_and_end_of_the_episode_are_one_transaction() {
    Case episode = asked().does("closeEpisode", Deed.trouble());

    decided(episode, "keep");
    assertThat(episode.steps()).endsWith("recheckLedger");

    episode.persists();
    assertThat(episode.steps()).endsWith("recheckLedger", "renewAuthorization", "closeEpisode");
    assertThat(episode.steps()).containsOnlyOnce("renewAuthorization");
  }

  @Test
  void S20_while_nobody_decides_those_who_are_asked_are_reminded_every_day_for_90_days() {
    Case episode = asked().does("suspendOverdueVersion", sets(Map.of()));

    for (int day = 1; day <= 92; day++) {
      episode.after(DAY);
      assertThat(Collections.frequency(episode.steps(), "remindAboutEpisode"))
          .as("reminders after %s days", day)
          .isEqualTo(Math.min(day, 90));
    }

    assertThat(episode.tasks()).hasSize(1);
    assertThat(episode.instance()).hasPassed("reminded");
  }

  @Test
  void S20_without_a_decision_in_time_the_service_is_suspended_and_the_decision_stays_open() {
    Case episode = asked().after(DAY.multipliedBy(39));
    assertThat(episode.steps()).doesNotContain("suspendOverdueVersion");

    episode.after(DAY);
    assertThat(episode.instance()).isWaitingAt(RECOMMEND).hasPassed("escalated");
    assertThat(episode.steps()).containsSubsequence("suspendOverdueVersion", "escalateEpisode");

    episode.after(DAY.multipliedBy(30));
    assertThat(episode.steps()).containsOnlyOnce("suspendOverdueVersion", "escalateEpisode");
    decided(episode.does("renewAuthorization", sets(Map.of("held", true))), "keep");
    assertThat(episode.instance()).isEnded().hasPassed("resume-version", "episode-closed");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void S19_when_the_service_ends_nobody_is_asked_any_more(boolean recommended) {
    Case episode = asked();
    if (recommended) recommends(episode, "keep");

    assertThat(episode.told(episode.instance(), "service-ended")).isTrue();
    episode.goesOn();

    assertThat(episode.instance())
        .isEnded()
        .hasPassedInOrder("service-ended", "drop-episode", "episode-dropped")
        .hasNotPassed("what-was-decided", "close-episode");
    assertThat(episode.tasks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {RECOMMEND, DECIDE})
  void F02_without_a_recorded_signature_nothing_goes_on(String task) {
    Case episode = asked();
    if (task.equals(DECIDE)) recommends(episode, "keep");
    episode.does("signatureRecorded", Deed.trouble());

    assertThatThrownBy(() -> decides(episode, "keep")).hasRootCauseInstanceOf(Deed.Trouble.class);

    assertThat(episode.instance()).isWaitingAt(task);
  }

  @ParameterizedTest
  @CsvSource({
    "drift,   major, routine,     suspend, 1",
    "drift,   alarm, critical,    suspend, 2",
    "drift,   alarm, significant, none,    3",
    "drift,   watch, critical,    none,    4",
    "silence, none,  critical,    suspend, 5",
    "silence, none,  routine,     none,    6",
    "expiry,  none,  critical,    none,    7",
    "person,  none,  critical,    none,    8",
    "change,  none,  routine,     suspend, 9",
    "drift,   none,  routine,     suspend, 9",
    "rumour,  none,  routine,     suspend, 9"
  })
  void S19_each_row_of_the_table_says_what_happens_until_the_decision(
      String reason, String level, String tier, String measure, int row) {
    assertThat(DriftRows.decided(reason, level, tier))
        .isEqualTo(measure + " drift-response-rule-" + row);
  }

  private static Case asked() {
    return Case.episode("person", "none", "routine").goesOn();
  }

  private static Case decided(Case episode, String outcome) {
    recommends(episode, outcome);
    return decides(episode, outcome);
  }

  private static void recommends(Case episode, String outcome) {
    episode.decides("ada", List.of(AllIsWell.TECHNICAL), Map.of("recommendation", outcome));
  }

  private static Case decides(Case episode, String outcome) {
    String task = episode.tasks().get(0).getTaskDefinitionKey();
    String group = task.equals(DECIDE) ? AllIsWell.OFFICIALS : AllIsWell.TECHNICAL;
    return episode.decides("olga", List.of(group), Map.of("outcome", outcome));
  }
}
