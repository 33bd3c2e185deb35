package io.sallyport.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.custody.Ledger;
import io.sallyport.local.Await;
import io.sallyport.processes.Case;
import io.sallyport.processes.Engine;
import io.sallyport.processes.OnEngine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A step with effects outside the database, and a withdrawal at the same moment. */
@ExtendWith(OnEngine.class)
class LockedStepTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String WITHDRAWN = "model-version-withdrawn";

  private final Steps steps = Engine.shared().bean(Steps.class);
  private final List<String> done = new CopyOnWriteArrayList<>();

  @Test
  void S05_a_step_whose_case_was_withdrawn_meanwhile_does_nothing_outside() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch withdrawn = new CountDownLatch(1);
    Case version =
        Case.submitted("routine")
            .does(
                "startTrainingJob",
                execution -> {
                  assertThat(execution.getProcessBusinessKey()).isNotNull();
                  begun.countDown();
                  hold(withdrawn);
                  steps.locked(execution);
                  done.add("started a job");
                });
    CompletableFuture<Case> running = CompletableFuture.supplyAsync(version::goesOn);
    begun.await();

    withdraw(version);
    withdrawn.countDown();

    assertThatThrownBy(running::get).isInstanceOf(ExecutionException.class);
    assertThat(done).containsExactly("withdrew");
    assertThat(version.goesOn().steps()).contains("recordWithdrawal");
  }

  @Test
  void S05_a_withdrawal_waits_for_the_step_that_holds_the_lock() throws Exception {
    CountDownLatch holding = new CountDownLatch(1);
    Case version =
        Case.submitted("routine")
            .does(
                "startTrainingJob",
                execution -> {
                  steps.locked(execution);
                  holding.countDown();
                  Await.found("a withdrawal that waits", SOON, LockedStepTest::waiting);
                  done.add("started a job");
                });
    CompletableFuture<Case> running = CompletableFuture.supplyAsync(version::goesOn);
    holding.await();

    withdraw(version);

    running.exceptionally(fasterWithdrawal -> version).get();
    assertThat(done).startsWith("started a job", "withdrew");
    assertThat(version.goesOn().steps()).contains("startTrainingJob", "recordWithdrawal");
  }

  private void withdraw(Case version) {
    Engine.shared()
        .bean(CaseTransaction.class)
        .run(
            () -> {
              Engine.shared().bean(Ledger.class).lock(version.key());
              done.add("withdrew");
              Engine.shared().bean(Processes.class).tell(version.instance().getId(), WITHDRAWN);
            });
  }

  private static Optional<Integer> waiting() {
    return Engine.shared()
        .bean(JdbcClient.class)
        .sql("select pid from pg_locks where not granted limit 1")
        .query(Integer.class)
        .optional();
  }

  private static void hold(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
