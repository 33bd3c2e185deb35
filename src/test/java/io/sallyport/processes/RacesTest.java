package io.sallyport.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens at once happens one after the other, or not at all; whichever comes first. */
@ExtendWith(OnEngine.class)
class RacesTest {

  private static final Map<String, Object> APPROVED =
      Map.of("approvals", 1, "refusals", 0, "returns", 0);

  @RepeatedTest(3)
  void R21_of_eight_completions_of_a_task_at_once_one_succeeds() throws Exception {
    Case gate = Case.of("gate-3-authorization", "routine").goesOn();
    String task = gate.taskFor("ada").getId();

    long succeeded = atOnce(Collections.nCopies(8, () -> completes(gate, task)));

    assertThat(succeeded).isEqualTo(1);
    assertThat(gate.goesOn().instance()).isEnded().hasPassed("authorized");
    assertThat(gate.steps()).containsOnlyOnce("signatureRecorded", "writeApprovalRecord");
  }

  @RepeatedTest(3)
  void R26_a_message_and_a_timer_at_once_make_the_case_look_once() throws Exception {
    Case waiting =
        Case.of("deployment", "routine").does("readEndpoint", Deed.stillRunning()).goesOn();
    EngineClock.forward(Duration.ofMinutes(15));

    atOnce(
        List.of(
            () -> waiting.told(waiting.instance(), "endpoint-ready"),
            () -> waiting.goesOn() != null));

    assertThat(waiting.goesOn().instance()).isEnded().hasPassed("deployed");
    assertThat(Collections.frequency(waiting.steps(), "readEndpoint")).isEqualTo(2);
  }

  @RepeatedTest(3)
  void C01_the_last_signature_and_a_withdrawal_at_once_end_one_way() throws Exception {
    Case version = Case.submitted("routine").goesOn();
    String task = version.taskFor("ada").getId();

    atOnce(
        List.of(
            () -> completes(version, task),
            () -> version.told(version.instance(), "model-version-withdrawn")));
    version.goesOn();

    assertThat(version.instance()).isEnded();
    List<String> ends = List.of("permitInvocation", "recordWithdrawal");
    assertThat(version.steps().stream().filter(ends::contains)).hasSize(1);
    assertThat(version.running()).isEmpty();
    assertThat(version.tasks()).isEmpty();
  }

  private static boolean completes(Case gate, String task) {
    gate.completes(task, "ada", List.of(), APPROVED);
    return true;
  }

  /** Begins all together; how many returned true, the others having failed or been refused. */
  private static long atOnce(List<Callable<Boolean>> works) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    CyclicBarrier start = new CyclicBarrier(works.size());
    try {
      Stream<Callable<Boolean>> together =
          works.stream()
              .map(
                  work ->
                      () -> {
                        start.await();
                        return work.call();
                      });
      return threads.invokeAll(together.toList()).stream().filter(RacesTest::isTrue).count();
    } finally {
      threads.shutdown();
    }
  }

  private static boolean isTrue(Future<Boolean> result) {
    try {
      return result.get();
    } catch (ExecutionException | InterruptedException lost) {
      return false;
    }
  }
}
