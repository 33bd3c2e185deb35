package io.sallyport.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.processes.Case;
import io.sallyport.processes.Engine;
import io.sallyport.processes.OnEngine;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person does to a case while the engine moves it. */
@ExtendWith(OnEngine.class)
class CaseTransactionTest {

  private static final int LOW = 7001;
  private static final int HIGH = 7002;

  private final CaseTransaction transaction = Engine.shared().bean(CaseTransaction.class);
  private final JdbcClient jdbc = Engine.shared().bean(JdbcClient.class);
  private final List<String> tries = new CopyOnWriteArrayList<>();

  @Test
  void S05_of_two_that_wait_for_each_other_both_are_done() {
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);

    CompletableFuture<Void> other =
        CompletableFuture.runAsync(() -> lockBoth("upwards", LOW, HIGH, bothHoldOne));
    lockBoth("downwards", HIGH, LOW, bothHoldOne);
    other.join();

    assertThat(tries).hasSize(3).contains("upwards", "downwards");
  }

  @Test
  void S05_a_step_that_began_another_meanwhile_is_waited_for() {
    Case version = Case.submitted("routine");

    transaction.run(
        () -> {
          tries.add("delete");
          if (tries.size() == 1) deleteExecution(version.instance().getId());
        });

    assertThat(tries).hasSize(2);
  }

  @Test
  void S05_a_case_that_ended_while_the_engine_looked_for_it_is_looked_for_again() {
    transaction.run(
        () -> {
          tries.add("look");
          if (tries.size() == 1) executionsOfACaseThatEnded();
        });

    assertThat(tries).hasSize(2);
  }

  @Test
  void S05_what_fails_for_another_reason_is_not_tried_again() {
    assertThatThrownBy(
            () ->
                transaction.run(
                    () -> {
                      tries.add("divide");
                      jdbc.sql("select 1 / 0").query(Integer.class).single();
                    }))
        .hasMessageContaining("division by zero");

    assertThat(tries).hasSize(1);
  }

  private void lockBoth(String name, int first, int second, CyclicBarrier bothHoldOne) {
    transaction.run(
        () -> {
          boolean isFirstTry = !tries.contains(name);
          tries.add(name);
          lock(first);
          if (isFirstTry) await(bothHoldOne);
          lock(second);
        });
  }

  private void lock(int number) {
    jdbc.sql("select pg_advisory_xact_lock(:number)").param("number", number).query().singleRow();
  }

  /** Variables refer to it, as a step's new rows would. */
  private void deleteExecution(String instance) {
    jdbc.sql("delete from engine.act_ru_execution where id_ = :id").param("id", instance).update();
  }

  /** What the engine does with an execution that it read before its case ended. */
  private static void executionsOfACaseThatEnded() {
    ProcessEngineConfigurationImpl engine =
        (ProcessEngineConfigurationImpl)
            Engine.shared().bean(ProcessEngine.class).getProcessEngineConfiguration();
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              ExecutionEntity read = new ExecutionEntity();
              read.setId("ended");
              read.setProcessInstanceId("ended");
              return read.getExecutions();
            });
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
