package io.sallyport.diagrams;

import java.util.stream.Stream;

/** Ways round the gates, each built into one of our diagrams. */
final class GateMutants {

  private GateMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(
            uncaughtCodes(), waysRoundTheGates(), gatesThatDoNotHold(), tablesThatAreNotAsked())
        .flatMap(mutants -> mutants);
  }

  private static Stream<Mutant> uncaughtCodes() {
    return Stream.of(
        new Mutant(
            "the catcher of a failed gate catches another code",
            "model-authorization.bpmn",
            "id=\"gate-failed-definition\" errorRef=\"gate-failed-error\"",
            "id=\"gate-failed-definition\" errorRef=\"training-rejected-error\"",
            "proof/every-code-is-caught",
            "gate-2-failed"),
        new Mutant(
            "the catcher of a return catches another code",
            "model-authorization.bpmn",
            "id=\"version-returned-definition\" errorRef=\"version-returned-error\"",
            "id=\"version-returned-definition\" errorRef=\"gate-failed-error\"",
            "proof/every-code-is-caught",
            "gate-3-returned"),
        new Mutant(
            "the catcher of a rejected training is gone",
            "model-authorization.bpmn",
            "id=\"training-rejected-definition\" errorRef=\"training-rejected-error\"",
            "id=\"training-rejected-definition\" errorRef=\"gate-failed-error\"",
            "proof/every-code-is-caught",
            "check-boundary"),
        new Mutant(
            "the catcher of a refused deployment is gone",
            "model-authorization.bpmn",
            "id=\"deployment-refused-definition\" errorRef=\"deployment-refused-error\"",
            "id=\"deployment-refused-definition\" errorRef=\"gate-failed-error\"",
            "proof/every-code-is-caught",
            "recheck-ledger"),
        new Mutant(
            "gate 1 throws a code that its caller does not know",
            "gate-1-technical-validation.bpmn",
            "errorCode=\"gate-failed\"",
            "errorCode=\"gate-1-failed\"",
            "proof/every-code-is-caught",
            "gate-1-failed"),
        new Mutant(
            "nobody catches a refused restoration",
            "emergency-stop.bpmn",
            "errorCode=\"deployment-refused\"",
            "errorCode=\"other\"",
            "proof/every-code-is-caught",
            "recheck-ledger"));
  }

  private static Stream<Mutant> tablesThatAreNotAsked() {
    return Stream.of(
        new Mutant(
            "gate 1 judges by floors from anywhere",
            "gate-1-technical-validation.bpmn",
            "<bpmn:sequenceFlow id=\"evaluation-job-done-to-look-up-floors\" name=\"Yes\" sourceRef=\"evaluation-job-done\" targetRef=\"look-up-floors\"",
            "<bpmn:sequenceFlow id=\"evaluation-job-done-to-look-up-floors\" name=\"Yes\" sourceRef=\"evaluation-job-done\" targetRef=\"check-thresholds\"",
            "proof/no-way-round-a-gate",
            "checkThresholds"));
  }

  private static Stream<Mutant> waysRoundTheGates() {
    return Stream.of(
        new Mutant(
            "gate 1 is left out",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"train-and-record-lineage-to-pass-gate-1\" sourceRef=\"train-and-record-lineage\" targetRef=\"pass-gate-1\"",
            "<bpmn:sequenceFlow id=\"train-and-record-lineage-to-pass-gate-1\" sourceRef=\"train-and-record-lineage\" targetRef=\"pass-gate-2\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "gate 2 is left out",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"pass-gate-1-to-pass-gate-2\" sourceRef=\"pass-gate-1\" targetRef=\"pass-gate-2\"",
            "<bpmn:sequenceFlow id=\"pass-gate-1-to-pass-gate-2\" sourceRef=\"pass-gate-1\" targetRef=\"pass-gate-3\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "gate 3 is left out",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"pass-gate-2-to-pass-gate-3\" sourceRef=\"pass-gate-2\" targetRef=\"pass-gate-3\"",
            "<bpmn:sequenceFlow id=\"pass-gate-2-to-pass-gate-3\" sourceRef=\"pass-gate-2\" targetRef=\"all-gates-passed\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "a failed gate leads to deployment",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"gate-failed-to-archive-reasons-meet\" sourceRef=\"gate-failed\" targetRef=\"archive-reasons-meet\"",
            "<bpmn:sequenceFlow id=\"gate-failed-to-archive-reasons-meet\" sourceRef=\"gate-failed\" targetRef=\"deploy-to-endpoint\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "a withdrawal leads to deployment",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"withdrawn-to-record-withdrawal\" sourceRef=\"withdrawn\" targetRef=\"record-withdrawal\"",
            "<bpmn:sequenceFlow id=\"withdrawn-to-record-withdrawal\" sourceRef=\"withdrawn\" targetRef=\"deploy-to-endpoint\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "a supersession opens the service period",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"superseded-to-record-supersession\" sourceRef=\"superseded\" targetRef=\"record-supersession\"",
            "<bpmn:sequenceFlow id=\"superseded-to-record-supersession\" sourceRef=\"superseded\" targetRef=\"open-service-period\"",
            "proof/no-way-round-a-gate",
            "openServicePeriod"),
        new Mutant(
            "a refused deployment opens the service period",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"deployment-refused-to-refusals-meet\" sourceRef=\"deployment-refused\" targetRef=\"refusals-meet\"",
            "<bpmn:sequenceFlow id=\"deployment-refused-to-refusals-meet\" sourceRef=\"deployment-refused\" targetRef=\"open-service-period\"",
            "proof/no-way-round-a-gate",
            "openServicePeriod"),
        new Mutant(
            "invocation is permitted before the period is open",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"deploy-to-endpoint-to-open-service-period\" sourceRef=\"deploy-to-endpoint\" targetRef=\"open-service-period\"",
            "<bpmn:sequenceFlow id=\"deploy-to-endpoint-to-open-service-period\" sourceRef=\"deploy-to-endpoint\" targetRef=\"permit-invocation\"",
            "proof/no-way-round-a-gate",
            "permitInvocation"),
        new Mutant(
            "gate 2 is another process",
            "model-authorization.bpmn",
            "calledElement=\"gate-2-security-review\"",
            "calledElement=\"training-run\"",
            "proof/no-way-round-a-gate",
            "deployment"));
  }

  private static Stream<Mutant> gatesThatDoNotHold() {
    return Stream.of(
        new Mutant(
            "gate 1 ends where it begins",
            "gate-1-technical-validation.bpmn",
            "<bpmn:sequenceFlow id=\"gate-1-opened-to-create-evaluation-model\" sourceRef=\"gate-1-opened\" targetRef=\"create-evaluation-model\"",
            "<bpmn:sequenceFlow id=\"gate-1-opened-to-create-evaluation-model\" sourceRef=\"gate-1-opened\" targetRef=\"gate-1-passed\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "gate 1 passes what is not proven",
            "gate-1-technical-validation.bpmn",
            "<bpmn:sequenceFlow id=\"not-proven-to-gate-1-failed\" sourceRef=\"not-proven\" targetRef=\"gate-1-failed\"",
            "<bpmn:sequenceFlow id=\"not-proven-to-gate-1-failed\" sourceRef=\"not-proven\" targetRef=\"gate-1-passed\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "gate 1 fails quietly",
            "gate-1-technical-validation.bpmn",
            "<bpmn:errorEventDefinition id=\"gate-1-failed-definition\" errorRef=\"gate-failed-error\" />",
            "",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "gate 2 passes without its table",
            "gate-2-security-review.bpmn",
            "<bpmn:sequenceFlow id=\"check-images-to-assess-findings\" sourceRef=\"check-images\" targetRef=\"assess-findings\"",
            "<bpmn:sequenceFlow id=\"check-images-to-assess-findings\" sourceRef=\"check-images\" targetRef=\"person-needed\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "gate 2 fails quietly",
            "gate-2-security-review.bpmn",
            "<bpmn:errorEventDefinition id=\"gate-2-failed-definition\" errorRef=\"gate-failed-error\" />",
            "",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "gate 2 ends all with a terminate end",
            "gate-2-security-review.bpmn",
            "<bpmn:errorEventDefinition id=\"gate-2-failed-definition\" errorRef=\"gate-failed-error\" />",
            "<bpmn:terminateEventDefinition />",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "gate 3 fails quietly",
            "gate-3-authorization.bpmn",
            "<bpmn:errorEventDefinition id=\"gate-3-failed-definition\" errorRef=\"gate-failed-error\" />",
            "",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "gate 3 passes when time has run out",
            "gate-3-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"request-lapsed-to-refusals-meet\" sourceRef=\"request-lapsed\" targetRef=\"refusals-meet\"",
            "<bpmn:sequenceFlow id=\"request-lapsed-to-refusals-meet\" sourceRef=\"request-lapsed\" targetRef=\"write-approval-record\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "gate 3 asks nobody",
            "gate-3-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"name-the-authorities-to-decide-on-promotion\" sourceRef=\"name-the-authorities\" targetRef=\"decide-on-promotion\"",
            "<bpmn:sequenceFlow id=\"name-the-authorities-to-decide-on-promotion\" sourceRef=\"name-the-authorities\" targetRef=\"enough-signatures\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "gate 3 writes no record",
            "gate-3-authorization.bpmn",
            "${writeApprovalRecord}",
            "${recordRefusal}",
            "proof/no-way-round-a-gate",
            "deployment"),
        new Mutant(
            "the registry approves before the record is written",
            "gate-3-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"gate-3-passed\" name=\"No\" sourceRef=\"sent-back\" targetRef=\"write-approval-record\"",
            "<bpmn:sequenceFlow id=\"gate-3-passed\" name=\"No\" sourceRef=\"sent-back\" targetRef=\"approve-in-model-registry\"",
            "proof/no-way-round-a-gate",
            "approveInModelRegistry"),
        new Mutant(
            "gate 3 has a second way out of its first step",
            "gate-3-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"write-approval-record-to-approve-in-model-registry\"",
            "<bpmn:sequenceFlow id=\"short\" sourceRef=\"name-the-authorities\" targetRef=\"write-approval-record\" /><bpmn:sequenceFlow id=\"write-approval-record-to-approve-in-model-registry\"",
            "proof/no-way-round-a-gate",
            "writeApprovalRecord"));
  }
}
