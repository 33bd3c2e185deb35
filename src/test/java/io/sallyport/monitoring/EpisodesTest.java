package io.sallyport.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.deployment.InService;
import io.sallyport.models.Models;
import io.sallyport.processes.Engine;
import io.sallyport.rules.Finding;
import io.sallyport.workflow.Processes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** R22, S19: however many find a reason at once, a version has one open episode and one case. */
class EpisodesTest {

  private static final int AT_ONCE = 8;

  private final Engine engine = Engine.shared();
  private final EpisodeRows rows =
      new EpisodeRows(engine.bean(JdbcClient.class), engine.bean(Clock.class));
  private final Episodes episodes =
      new Episodes(
          rows,
          engine.bean(Models.class),
          engine.bean(InService.class),
          engine.bean(Processes.class),
          engine.bean(Ledger.class),
          engine.bean(Clock.class));
  private final String version = ServedVersion.inService(engine);

  @RepeatedTest(3)
  void R22_of_eight_findings_at_once_one_opens_the_episode_and_seven_are_added() throws Exception {
    List<Boolean> opened = atOnce(true);

    assertThat(Collections.frequency(opened, true)).isEqualTo(1);
    assertThat(kinds())
        .hasSize(AT_ONCE)
        .containsOnlyOnce(Episodes.OPENED)
        .startsWith(Episodes.OPENED);
    assertThat(cases()).isEqualTo(1);
    assertThat(episodes.about(version).orElseThrow().findings()).hasSize(AT_ONCE);
  }

  @RepeatedTest(3)
  void R22_the_index_alone_keeps_it_to_one_where_nobody_holds_the_version() throws Exception {
    assertThat(Collections.frequency(atOnce(false), true)).isEqualTo(1);
    assertThat(cases()).isEqualTo(1);
  }

  @Test
  void S19_the_highest_level_counts_and_what_opened_it_stays() {
    open(Level.ALARM);
    open(Level.WATCH);
    assertThat(episodes.about(version).orElseThrow().level()).contains(Level.ALARM);

    open(Level.MAJOR);

    Episode episode = episodes.about(version).orElseThrow();
    assertThat(episode.level()).contains(Level.MAJOR);
    assertThat(episode.because()).isEqualTo("band 4 has drifted, alarm");
    assertThat(payload(Episodes.FINDING_ADDED).toString()).contains("\"level\":\"major\"");
  }

  @Test
  void S19_a_closed_episode_lets_the_next_one_open() {
    open(Level.ALARM);
    close();

    open(Level.MAJOR);

    assertThat(kinds()).containsExactly(Episodes.OPENED, Episodes.CLOSED, Episodes.OPENED);
    assertThat(cases()).isEqualTo(2);
    assertThatThrownBy(() -> rows.close("unknown-1", "keep"))
        .hasMessage("0 episodes of unknown-1 would be closed, not one");
  }

  @Test
  void S19_what_is_not_in_service_has_no_episode() {
    Opening opening = opening("unknown-1", Level.ALARM);

    assertThatThrownBy(() -> transaction(() -> episodes.open(opening)))
        .hasMessage("unknown-1 is not in service");
  }

  private void open(Level level) {
    transaction(() -> episodes.open(opening(version, level)));
  }

  private void close() {
    transaction(
        () -> {
          episodes.close(version, closed(), "keep");
          return true;
        });
  }

  private Fact closed() {
    return new Fact(
        Episodes.CLOSED,
        1,
        version,
        Fact.SALLYPORT,
        Optional.empty(),
        engine.bean(Clock.class).instant(),
        Optional.empty(),
        Map.of("outcome", "keep"));
  }

  private static Opening opening(String version, Level level) {
    return new Opening(
        version,
        Reason.DRIFT,
        Optional.of(level),
        "band 4 has drifted, " + level.word(),
        List.of(new Finding("drift/features-stay", "band 4", "0.31", "0.20")),
        Opening.By.SALLYPORT);
  }

  /** Whether each of them opened it. */
  private List<Boolean> atOnce(boolean locked) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    CyclicBarrier start = new CyclicBarrier(AT_ONCE);
    Callable<Boolean> finding =
        () -> {
          start.await();
          return transaction(
              () -> {
                if (locked) engine.bean(Ledger.class).lock(version);
                return episodes.open(opening(version, Level.ALARM));
              });
        };
    try {
      List<Boolean> opened = new ArrayList<>();
      for (Future<Boolean> one : threads.invokeAll(Collections.nCopies(AT_ONCE, finding))) {
        opened.add(one.get());
      }
      return opened;
    } finally {
      threads.shutdown();
    }
  }

  private boolean transaction(Callable<Boolean> work) {
    return Boolean.TRUE.equals(
        engine
            .bean(TransactionTemplate.class)
            .execute(
                status -> {
                  try {
                    return work.call();
                  } catch (RuntimeException thrown) {
                    throw thrown;
                  } catch (Exception impossible) {
                    throw new IllegalStateException(impossible);
                  }
                }));
  }

  private List<String> kinds() {
    return engine.bean(Ledger.class).facts(version).stream().map(RecordedFact::kind).toList();
  }

  private Object payload(String kind) {
    return engine.bean(Ledger.class).facts(version).stream()
        .filter(fact -> fact.kind().equals(kind))
        .reduce((older, newer) -> newer)
        .orElseThrow()
        .payload();
  }

  private long cases() {
    return engine
        .bean(RuntimeService.class)
        .createProcessInstanceQuery()
        .processDefinitionKey("reauthorization")
        .processInstanceBusinessKey(version)
        .count();
  }
}
