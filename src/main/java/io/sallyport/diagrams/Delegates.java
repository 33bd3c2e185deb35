package io.sallyport.diagrams;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The product's delegates, and which of them may answer 'no' with which code. */
final class Delegates {

  private static final String QUIET =
      """
      permitInvocation raiseSecurityAlert archiveWithResults recordReturn recordWithdrawal
      recordSupersession copyExactVersions startProcessingJob readProcessingJob startTrainingJob
      recordLineage registerModelPackage createEvaluationModel startTransformJob readTransformJob
      startEvaluationJob readEvaluationJob startScanJob readScanJob checkImages recordGate2Passed
      recordGate2Failed nameTheAuthorities writeApprovalRecord approveInModelRegistry
      recordReturnForRework recordRefusal remindAndEscalate createModel
      createEndpointConfiguration createEndpoint setScalingBounds stopTraffic retireEndpoint
      escalateStop retirePredecessor removeRefusedEndpoint gatherEvidence suspendVersion
      remindAboutEpisode suspendOverdueVersion escalateEpisode renewAuthorization tightenTerms
      expectRetraining closeEpisode dropEpisode
      """;

  private static final Map<String, String> NO =
      Map.of(
          "checkBoundary", "training-rejected",
          "fixHeldOutSet", "training-rejected",
          "readTrainingJob", "training-rejected",
          "checkThresholds", "gate-failed",
          "recheckLedger", "deployment-refused",
          "readEndpoint", "deployment-refused",
          "verifyAnswers", "deployment-refused",
          "openServicePeriod", "deployment-refused",
          "restoreTraffic", "deployment-refused",
          "resumeVersion", "deployment-refused");

  static final Map<String, Set<String>> CODES = codes();

  private Delegates() {}

  private static Map<String, Set<String>> codes() {
    Map<String, Set<String>> codes = new LinkedHashMap<>();
    Stream.of(QUIET.split("\\s+")).forEach(bean -> codes.put(bean, Set.of()));
    NO.forEach((bean, code) -> codes.put(bean, Set.of(code)));
    return Map.copyOf(codes);
  }
}
