package io.sallyport.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.Await;
import io.sallyport.local.postgres.LocalPostgres;
import io.sallyport.workflow.Processes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database, and a step that takes longer than the engine's lock on it. */
@ExtendWith(OnEngine.class)
class LongStepsTest {

  private static final Duration LOCK_TIME = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String STEP = "copyExactVersions";
  private static final String VERSION = "model-of-long-steps";

  private final LocalPostgres.Database database = LocalPostgres.shared().migratedDatabase();
  private final StandIn.Scripts scripts = new StandIn.Scripts();
  private final Engine one = Engine.node("nodeOne", database, scripts, LOCK_TIME);
  private final Engine other = Engine.node("nodeOther", database, scripts, LOCK_TIME);
  private final List<String> begun = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void R22_a_step_that_outlasts_its_lock_is_carried_out_once_and_the_case_goes_on() {
    scripts.of(VERSION).add(STEP, this::worksForLong, this::worksForLong);

    start("training-run");

    Await.found("the last step", SOON, () -> done("registerModelPackage"));
    assertThat(begun).hasSize(1);
    assertThat(scripts.of(VERSION).carriedOut()).containsOnlyOnce(STEP);
  }

  /** Three times as long as the lock; or until another node is at it as well. */
  private void worksForLong(DelegateExecution execution) {
    begun.add(execution.getId());
    Instant over = Instant.now().plus(LOCK_TIME.multipliedBy(3));
    Await.found(
        "three lock times",
        SOON,
        () -> Optional.of(begun.size()).filter(n -> n > 1 || Instant.now().isAfter(over)));
  }

  private void start(String process) {
    Map<String, Object> variables =
        new HashMap<>(
            Map.of("modelVersionId", VERSION, "program", "sentinel", "submitter", "emil"));
    one.bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> one.bean(Processes.class).start(process, VERSION, variables));
  }

  private Optional<String> done(String step) {
    return scripts.of(VERSION).carriedOut().stream().filter(step::equals).findFirst();
  }
}
