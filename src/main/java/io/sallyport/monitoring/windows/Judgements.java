package io.sallyport.monitoring.windows;

import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.InService;
import io.sallyport.models.Documents;
import io.sallyport.models.Lineage;
import io.sallyport.monitoring.DecidedDrift;
import io.sallyport.monitoring.Episode;
import io.sallyport.monitoring.Episodes;
import io.sallyport.monitoring.Level;
import io.sallyport.monitoring.Opening;
import io.sallyport.monitoring.Reason;
import io.sallyport.rules.Finding;
import io.sallyport.rules.drift.Baseline;
import io.sallyport.rules.drift.DriftLevel;
import io.sallyport.rules.drift.DriftRules;
import io.sallyport.rules.drift.DriftVerdict;
import io.sallyport.rules.drift.DriftVerdict.Shifted;
import io.sallyport.rules.drift.Window;
import io.sallyport.rules.drift.WindowFacts;
import io.sallyport.workflow.CaseTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Judges what was counted by the law of drift (S18, F15), and opens an episode when two of the last
 * three windows reach an alarm: verdict, fact and episode are one transaction.
 */
@Component
class Judgements {

  static final String JUDGED = "drift-window-judged";

  private final DriftWindows windows;
  private final Documents documents;
  private final InService inService;
  private final Episodes episodes;
  private final CaseTransaction transaction;
  private final Ledger ledger;
  private final Clock clock;

  Judgements(
      DriftWindows windows,
      Documents documents,
      InService inService,
      Episodes episodes,
      CaseTransaction transaction,
      Ledger ledger,
      Clock clock) {
    this.windows = windows;
    this.documents = documents;
    this.inService = inService;
    this.episodes = episodes;
    this.transaction = transaction;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Judges what is there, together, if it is enough; else it waits for the next window. */
  void judge(String modelVersion) {
    List<DriftWindow> counted = windows.counted(modelVersion);
    Optional<Window> together =
        counted.stream()
            .flatMap(window -> window.countedUri().stream())
            .map(uri -> documents.read(uri, Window.class))
            .reduce(Window::plus);
    if (together.isEmpty()) return;
    WindowFacts facts = facts(modelVersion, together.get());
    if (!DriftRules.BOOK.check(facts).isEmpty()) return;
    DriftVerdict verdict = DriftVerdict.of(facts.baseline(), facts.window());
    transaction.run(() -> record(counted, facts, verdict));
  }

  private WindowFacts facts(String modelVersion, Window window) {
    Lineage lineage = Lineage.of(ledger, modelVersion);
    return new WindowFacts(
        documents.read(lineage.text(Lineage.GATE_1_PASSED, "baselineUri"), Baseline.class),
        lineage.text(Lineage.GATE_1_PASSED, "baselineSha256"),
        window);
  }

  /** Another node may have judged them meanwhile; the version may have ended. */
  private void record(List<DriftWindow> counted, WindowFacts facts, DriftVerdict verdict) {
    String version = counted.get(0).modelVersion();
    ledger.lock(version);
    if (!windows.counted(version).equals(counted) || inService.of(version).isEmpty()) return;
    windows.judged(counted.get(0), counted.get(counted.size() - 1), verdict.level());
    ledger.append(fact(version, counted, facts, verdict));
    DriftLevel persisting = DriftLevel.persisting(windows.levels(version, DriftLevel.WINDOWS));
    Level.of(persisting)
        .filter(level -> isNews(version, level))
        .ifPresent(level -> episodes.open(opening(version, level, verdict)));
  }

  /** An alarm that is higher than what is being decided, or was decided and still goes on. */
  private boolean isNews(String version, Level level) {
    Optional<Level> known =
        episodes.about(version).isPresent()
            ? episodes.about(version).flatMap(Episode::level)
            : episodes
                .decidedDrift(version)
                .filter(decided -> !windows.isStableSince(version, decided.decidedAt()))
                .map(DecidedDrift::level);
    return level.compareTo(known.orElse(Level.WATCH)) > 0;
  }

  /**
   * What the verdicts about a version are facts of: a chain of its own, since each hour adds one
   * and the version's own facts are read at every step.
   */
  static String subject(String modelVersion) {
    return modelVersion + "/drift";
  }

  private Fact fact(
      String version, List<DriftWindow> counted, WindowFacts facts, DriftVerdict verdict) {
    return new Fact(
        JUDGED,
        1,
        subject(version),
        Fact.SALLYPORT,
        Optional.empty(),
        clock.instant(),
        Optional.empty(),
        Map.of(
            "from", facts.window().from(),
            "to", facts.window().to(),
            "rows", facts.window().rows(),
            "unreadable", facts.window().unreadable(),
            "baselineSha256", facts.baselineSha256(),
            "windows", counted.stream().flatMap(each -> each.countedUri().stream()).toList(),
            "level", verdict.level().name(),
            "shifted", verdict.shifted().stream().map(Judgements::json).toList()));
  }

  private static Map<String, Object> json(Shifted shifted) {
    return Map.of(
        "subject", shifted.subject(),
        "level", shifted.level().name(),
        "psiStar", shifted.psiStar(),
        "p", shifted.p());
  }

  private static Opening opening(String version, Level level, DriftVerdict verdict) {
    return new Opening(
        version,
        Reason.DRIFT,
        Optional.of(level),
        "Two of the last three windows drifted: " + level.word(),
        findings(verdict).toList(),
        Opening.By.SALLYPORT);
  }

  private static Stream<Finding> findings(DriftVerdict verdict) {
    return verdict.shifted().stream()
        .map(
            shifted ->
                new Finding(
                    "drift/what-is-asked-and-answered-stays-as-proven",
                    shifted.subject(),
                    "PSI* " + shifted.psiStar() + ", p " + shifted.p(),
                    "PSI* below 0.10"));
  }
}
