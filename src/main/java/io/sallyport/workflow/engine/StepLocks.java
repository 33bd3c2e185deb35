package io.sallyport.workflow.engine;

import io.sallyport.workflow.Settings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The engine's locks on the steps that this node carries out now (R22). A step may take longer than
 * the lock time: its lock is renewed while it works, so that no other node takes it up. One that
 * takes longer than any step may is believed to hang, and its lock is left to end.
 */
@Component
class StepLocks {

  private static final Logger log = LoggerFactory.getLogger(StepLocks.class);

  /** A node that was about to take the job up, its lock being over, then finds another revision. */
  private static final String TAKE_AGAIN =
      """
      update engine.act_ru_job
         set lock_exp_time_ = :until, rev_ = rev_ + 1
       where id_ = :job
         and lock_owner_ = :owner
      """;

  /** The revision stays: the step that works has read it and ends with it. */
  private static final String RENEW =
      """
      update engine.act_ru_job
         set lock_exp_time_ = :until
       where id_ = :job
         and lock_owner_ = :owner
      """;

  private record Held(Instant since, Instant renewAt) {}

  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final ObjectProvider<JdbcClient> jdbc;
  private final ObjectProvider<Clock> clock;
  private final Settings settings;
  private final String owner;

  StepLocks(
      ObjectProvider<JdbcClient> jdbc,
      ObjectProvider<Clock> clock,
      Settings settings,
      NodeLocks node) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.owner = node.owner();
  }

  /**
   * Holds the job from now on; false: its lock ended while it waited here, and another node has it.
   *
   * @param lockedAt when this node locked it, or before
   */
  boolean hold(String job, Instant lockedAt) {
    Instant now = now();
    Instant renewAt = lockedAt.plus(third());
    if (!now.isBefore(renewAt)) {
      if (!lock(TAKE_AGAIN, job, now)) return false;
      renewAt = now.plus(third());
    }
    held.put(job, new Held(now, renewAt));
    return true;
  }

  /** The job has ended, well or not. */
  void letGo(String job) {
    held.remove(job);
  }

  /** Looks often and writes seldom: each lock when a third of its time is over. */
  @Scheduled(fixedDelay = 500)
  void renew() {
    Instant now = now();
    held.forEach(
        (job, one) -> {
          if (!now.isBefore(one.renewAt())) renew(job, one, now);
        });
  }

  private void renew(String job, Held one, Instant now) {
    Duration age = Duration.between(one.since(), now);
    if (age.compareTo(settings.stepTimeMax()) > 0) {
      log.warn("Job {} works for {} and is believed to hang; its lock is not renewed", job, age);
      letGo(job);
    } else if (lock(RENEW, job, now)) {
      held.replace(job, one, new Held(one.since(), now.plus(third())));
    }
  }

  private boolean lock(String statement, String job, Instant now) {
    return jdbc.getObject()
            .sql(statement)
            .param("until", Timestamp.from(now.plus(settings.lockTime())))
            .param("job", job)
            .param("owner", owner)
            .update()
        == 1;
  }

  /** Two renewals may fail before a lock ends. */
  private Duration third() {
    return settings.lockTime().dividedBy(3);
  }

  Instant now() {
    return clock.getObject().instant();
  }
}
