package io.sallyport.diagrams.proof;

import java.util.List;
import java.util.stream.Stream;

/**
 * No case comes to {@code target} unless {@code passed} ended normally before. Both are said by
 * what a node does (process, bean, table, form), so that another id or name changes nothing.
 */
public record Guard(String target, String passed) {

  /** S09 to S13, S20: what may never be gone round, on any path of a release. */
  public static final List<Guard> ALL =
      Stream.of(
              before("deployment", "gate-1-technical-validation"),
              before("deployment", "checkThresholds"),
              before("checkThresholds", "gate-1-thresholds"),
              before("deployment", "gate-2-security-review"),
              before("deployment", "gate-2-findings"),
              before("deployment", "recordGate2Passed"),
              before("deployment", "gate-3-authorization"),
              before("deployment", "approval-quorum"),
              before("deployment", "nameTheAuthorities"),
              before("deployment", "decide-on-promotion"),
              before("deployment", "writeApprovalRecord"),
              before("writeApprovalRecord", "decide-on-promotion"),
              before("approveInModelRegistry", "writeApprovalRecord"),
              before("createEndpoint", "recheckLedger"),
              before("openServicePeriod", "deployment"),
              before("openServicePeriod", "verifyAnswers"),
              before("permitInvocation", "openServicePeriod"),
              before("restoreTraffic", "decide-after-stop"),
              before("restoreTraffic", "recheckLedger"),
              before("renewAuthorization", "decide-after-episode"),
              before("renewAuthorization", "recheckLedger"),
              before("tightenTerms", "decide-after-episode"),
              before("tightenTerms", "recheckLedger"),
              before("resumeVersion", "decide-after-episode"),
              before("resumeVersion", "recheckLedger"),
              before("decide-after-episode", "recommend-after-episode"))
          .toList();

  private static Guard before(String target, String passed) {
    return new Guard(target, passed);
  }

  /** Is a node with this role the end of a guarded way? */
  static boolean guards(String role) {
    return ALL.stream().anyMatch(guard -> guard.target().equals(role));
  }
}
