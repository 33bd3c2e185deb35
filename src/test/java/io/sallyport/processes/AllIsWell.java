package io.sallyport.processes;

import io.sallyport.rules.security.SecuritySummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The variables that each delegate leaves when all is well; the diagrams ask no others. */
final class AllIsWell {

  static final String DIGEST = "5e1f".repeat(16);
  static final String REVIEWERS = "/programs/sentinel/security-reviewer";
  static final String TECHNICAL = "/programs/sentinel/technical-authority";
  static final String OFFICIALS = "/programs/sentinel/authorizing-official";

  /** Three, so that each quorum of {@code approval-quorum} can be reached. */
  static final List<String> AUTHORITIES = List.of("ada", "ben", "cyd");

  static final SecuritySummary CLEAN =
      new SecuritySummary(false, false, false, false, false, false, false, 0, 0, 0, 0);
  static final SecuritySummary ONE_HIGH =
      new SecuritySummary(false, false, false, false, false, false, false, 0, 1, 0, 0);

  private AllIsWell() {}

  static Deed of(String step) {
    return Deed.sets(
        switch (step) {
          case "recordLineage" -> Map.of("modelDigest", DIGEST);
          case "checkImages" -> findings(CLEAN);
          case "nameTheAuthorities" -> named(AUTHORITIES);
          case "renewAuthorization", "tightenTerms" -> Map.of("held", false);
          case "readTrainingJob", "readEndpoint" -> Map.of("jobFinished", true);
          case "readProcessingJob", "readTransformJob", "readEvaluationJob", "readScanJob" ->
              Map.of("jobFinished", true, "jobBroken", false);
          default -> Map.of();
        });
  }

  /** In 40 days. */
  static Date authorizationEnds() {
    return Date.from(ClockUtil.now().toInstant().plus(Duration.ofDays(40)));
  }

  static Map<String, Object> findings(SecuritySummary summary) {
    Map<String, Object> variables = new LinkedHashMap<>(summary.variables());
    variables.put("reviewers", new ArrayList<>(List.of(REVIEWERS)));
    return variables;
  }

  static Map<String, Object> named(List<String> authorities) {
    return Map.of(
        "authorities", new ArrayList<>(authorities),
        "approvals", 0,
        "refusals", 0,
        "returns", 0,
        "decisionDue", Date.from(ClockUtil.now().toInstant().plus(Duration.ofDays(3))));
  }
}
