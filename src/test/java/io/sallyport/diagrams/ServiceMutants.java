package io.sallyport.diagrams;

import java.util.stream.Stream;

/** Ways into service round the ledger or a person, and nets that cannot be trusted. */
final class ServiceMutants {

  private ServiceMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(waysIntoService(), waysToOtherTerms(), brokenShapes())
        .flatMap(mutants -> mutants);
  }

  private static Stream<Mutant> waysIntoService() {
    return Stream.of(
        new Mutant(
            "the ledger is not checked again",
            "deployment.bpmn",
            "<bpmn:sequenceFlow id=\"deployment-opened-to-recheck-ledger\" sourceRef=\"deployment-opened\" targetRef=\"recheck-ledger\"",
            "<bpmn:sequenceFlow id=\"deployment-opened-to-recheck-ledger\" sourceRef=\"deployment-opened\" targetRef=\"create-model\"",
            "proof/no-way-round-a-gate",
            "createEndpoint"),
        new Mutant(
            "the answers are not verified",
            "deployment.bpmn",
            "<bpmn:sequenceFlow id=\"endpoint-done-to-verify-answers\" name=\"Yes\" sourceRef=\"endpoint-done\" targetRef=\"verify-answers\"",
            "<bpmn:sequenceFlow id=\"endpoint-done-to-verify-answers\" name=\"Yes\" sourceRef=\"endpoint-done\" targetRef=\"set-scaling-bounds\"",
            "proof/no-way-round-a-gate",
            "openServicePeriod"),
        new Mutant(
            "traffic is restored without the ledger",
            "emergency-stop.bpmn",
            "<bpmn:sequenceFlow id=\"restore-or-retire-to-recheck-ledger\" name=\"Yes\" sourceRef=\"restore-or-retire\" targetRef=\"recheck-ledger\"",
            "<bpmn:sequenceFlow id=\"restore-or-retire-to-recheck-ledger\" name=\"Yes\" sourceRef=\"restore-or-retire\" targetRef=\"restore-traffic\"",
            "proof/no-way-round-a-gate",
            "restoreTraffic"),
        new Mutant(
            "traffic is restored although the ledger refuses",
            "emergency-stop.bpmn",
            "<bpmn:sequenceFlow id=\"ledger-refused-to-refusals-meet\" sourceRef=\"ledger-refused\" targetRef=\"refusals-meet\"",
            "<bpmn:sequenceFlow id=\"ledger-refused-to-refusals-meet\" sourceRef=\"ledger-refused\" targetRef=\"restore-traffic\"",
            "proof/no-way-round-a-gate",
            "restoreTraffic"),
        new Mutant(
            "traffic is restored without a second person",
            "emergency-stop.bpmn",
            "<bpmn:sequenceFlow id=\"stop-traffic-to-decision-needed\" sourceRef=\"stop-traffic\" targetRef=\"decision-needed\"",
            "<bpmn:sequenceFlow id=\"stop-traffic-to-decision-needed\" sourceRef=\"stop-traffic\" targetRef=\"recheck-ledger\"",
            "proof/no-way-round-a-gate",
            "restoreTraffic"));
  }

  private static Stream<Mutant> waysToOtherTerms() {
    return Stream.of(
        new Mutant(
            "an authorization is renewed by nobody",
            "reauthorization.bpmn",
            "<bpmn:sequenceFlow id=\"decision-due-to-recommend-and-decide\" sourceRef=\"decision-due\" targetRef=\"recommend-and-decide\"",
            "<bpmn:sequenceFlow id=\"decision-due-to-recommend-and-decide\" sourceRef=\"decision-due\" targetRef=\"recheck-ledger\"",
            "proof/no-way-round-a-gate",
            "renewAuthorization"),
        new Mutant(
            "the ledger is not asked about new terms",
            "reauthorization.bpmn",
            "sourceRef=\"what-was-decided\" targetRef=\"recheck-ledger\"",
            "sourceRef=\"what-was-decided\" targetRef=\"narrower-terms\"",
            "proof/no-way-round-a-gate",
            "tightenTerms"),
        new Mutant(
            "an official decides without a recommendation",
            "reauthorization.bpmn",
            "<bpmn:sequenceFlow id=\"asked-to-recommend-after-episode\" sourceRef=\"asked\" targetRef=\"recommend-after-episode\"",
            "<bpmn:sequenceFlow id=\"asked-to-recommend-after-episode\" sourceRef=\"asked\" targetRef=\"decide-after-episode\"",
            "proof/no-way-round-a-gate",
            "decide-after-episode"),
        new Mutant(
            "the end of an authorization resumes the service",
            "reauthorization.bpmn",
            "<bpmn:sequenceFlow id=\"authorization-ends-to-suspend-overdue-version\" sourceRef=\"authorization-ends\" targetRef=\"suspend-overdue-version\"",
            "<bpmn:sequenceFlow id=\"authorization-ends-to-suspend-overdue-version\" sourceRef=\"authorization-ends\" targetRef=\"resume-version\"",
            "proof/reminders-only-remind",
            "resume-version"));
  }

  private static Stream<Mutant> brokenShapes() {
    return Stream.of(
        new Mutant(
            "a reminder approves",
            "gate-3-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"decision-overdue-to-remind-and-escalate\" sourceRef=\"decision-overdue\" targetRef=\"remind-and-escalate\"",
            "<bpmn:sequenceFlow id=\"decision-overdue-to-remind-and-escalate\" sourceRef=\"decision-overdue\" targetRef=\"write-approval-record\"",
            "proof/reminders-only-remind",
            "write-approval-record"),
        new Mutant(
            "a lapse leaves the task open",
            "gate-3-authorization.bpmn",
            "<bpmn:boundaryEvent id=\"request-lapsed\" name=\"30 days passed\" cancelActivity=\"true\"",
            "<bpmn:boundaryEvent id=\"request-lapsed\" name=\"30 days passed\" cancelActivity=\"false\"",
            "proof/reminders-only-remind",
            "refusals-meet"),
        new Mutant(
            "a process calls its caller",
            "model-authorization.bpmn",
            "calledElement=\"gate-1-technical-validation\"",
            "calledElement=\"model-authorization\"",
            "proof/calls-lead-somewhere",
            "pass-gate-1"),
        new Mutant(
            "a called process is not there",
            "model-authorization.bpmn",
            "calledElement=\"gate-1-technical-validation\"",
            "calledElement=\"gate-0\"",
            "proof/calls-lead-somewhere",
            "pass-gate-1"),
        new Mutant(
            "two tokens run in gate 1",
            "gate-1-technical-validation.bpmn",
            "<bpmn:sequenceFlow id=\"look-up-floors-to-check-thresholds\"",
            "<bpmn:sequenceFlow id=\"twice\" sourceRef=\"create-evaluation-model\" targetRef=\"start-evaluation-job\" /><bpmn:sequenceFlow id=\"look-up-floors-to-check-thresholds\"",
            "proof/one-token-a-place",
            "try-evaluation-job"),
        new Mutant(
            "a join waits for what never comes",
            OurDiagrams.changed(
                "emergency-stop.bpmn",
                text ->
                    text.replace(
                            "exclusiveGateway id=\"decision-needed\"",
                            "parallelGateway id=\"decision-needed\"")
                        .replaceFirst(
                            "(?s)(id=\"decision-needed\".*?)</bpmn:exclusiveGateway>",
                            "$1</bpmn:parallelGateway>")),
            "proof/always-an-end",
            "the start"),
        new Mutant(
            "a step hangs in the air",
            "deployment.bpmn",
            "<bpmn:sequenceFlow id=\"create-model-to-create-endpoint-configuration\" sourceRef=\"create-model\" targetRef=\"create-endpoint-configuration\"",
            "<bpmn:sequenceFlow id=\"create-model-to-create-endpoint-configuration\" sourceRef=\"create-model\" targetRef=\"create-endpoint\"",
            "proof/every-node-is-reached",
            "create-endpoint-configuration"));
  }
}
