package io.sallyport.monitoring.windows;

import io.sallyport.aws.jobs.JobState;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.InService;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.Lineage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches what is in service (S18, F15): each look takes every version one step further. Any number
 * of nodes may look at once; trouble with one version keeps none of the others from being watched.
 */
@Component
class DriftMonitor {

  private static final Logger log = LoggerFactory.getLogger(DriftMonitor.class);

  /** Windows planned in one look: a node that was away for weeks catches up in several. */
  private static final int PLANNED_MAX = 24;

  /** Jobs of one window that may break. */
  private static final int JOBS_MAX = 3;

  private final InService inService;
  private final DriftWindows windows;
  private final WindowJobs jobs;
  private final Judgements judgements;
  private final Ledger ledger;
  private final Settings settings;
  private final Clock clock;

  DriftMonitor(
      InService inService,
      DriftWindows windows,
      WindowJobs jobs,
      Judgements judgements,
      Ledger ledger,
      Settings settings,
      Clock clock) {
    this.inService = inService;
    this.windows = windows;
    this.jobs = jobs;
    this.judgements = judgements;
    this.ledger = ledger;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${sallyport.monitoring.look-every:30s}")
  void look() {
    inService.all().forEach(this::look);
  }

  private void look(ServicePeriod period) {
    try {
      if (hasBaseline(period.modelVersion())) {
        plan(period);
        read(period.modelVersion());
        start(period);
        judgements.judge(period.modelVersion());
      }
    } catch (RuntimeException trouble) {
      log.error("{} is not watched in this look", period.modelVersion(), trouble);
    }
  }

  /** A version that was evaluated before baselines were kept has none. */
  private boolean hasBaseline(String modelVersion) {
    return Lineage.of(ledger, modelVersion)
        .newest(Lineage.GATE_1_PASSED)
        .filter(passed -> passed.payload().has("baselineUri"))
        .isPresent();
  }

  /** Windows lie end to end, from when the version began to answer. */
  private void plan(ServicePeriod period) {
    Instant from =
        windows
            .plannedTo(period.modelVersion())
            .orElseGet(() -> period.openedAt().truncatedTo(ChronoUnit.SECONDS));
    Instant now = clock.instant();
    for (int planned = 0; planned < PLANNED_MAX; planned++) {
      Instant to = from.plus(settings.window());
      if (to.plus(settings.captureDelay()).isAfter(now)) return;
      windows.plan(period.modelVersion(), from, to);
      from = to;
    }
  }

  /** One job of a version at a time: what it costs is bounded, and windows end in their order. */
  private void start(ServicePeriod period) {
    String version = period.modelVersion();
    Optional<DriftWindow> waiting = windows.first(version, "waiting");
    if (waiting.isEmpty() || windows.first(version, "running").isPresent()) return;
    boolean runs = jobs.start(waiting.get(), period);
    windows.enter(waiting.get(), "waiting", runs ? "running" : "empty");
  }

  private void read(String modelVersion) {
    windows.first(modelVersion, "running").ifPresent(this::read);
  }

  private void read(DriftWindow running) {
    JobStatus status = jobs.read(running);
    if (status.state() == JobState.COMPLETED) {
      windows.counted(running, jobs.counted(running, status));
    } else if (status.state() != JobState.RUNNING) {
      log.warn("{}: the job {} is {}", running.modelVersion(), status.name(), status.state());
      windows.again(running, JOBS_MAX);
    }
  }
}
