package io.sallyport.diagrams;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Proof.Breach;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * S09 to S13: a guard that cannot fail guards nothing. Each of these ways round a gate was built
 * into our release, and each is found, with the way to it.
 */
class BypassTest {

  /**
   * A change of one of our files, and the rule and the subject of the finding that it must give.
   */
  record Mutant(String name, Diagram diagram, String rule, String subject) {

    static Mutant of(
        String name, String file, String before, String after, String rule, String subject) {
      return new Mutant(name, OurDiagrams.replaced(file, before, after), rule, subject);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void S09_a_way_round_is_found(Mutant mutant) {
    Proof proof = Proof.of(OurDiagrams.release(mutant.diagram()));
    List<Breach> breaches =
        proof.breaches().stream()
            .filter(breach -> breach.finding().rule().equals(mutant.rule()))
            .filter(breach -> breach.finding().subject().equals(mutant.subject()))
            .toList();
    assertThat(breaches).as("%s", proof.findings()).isNotEmpty();
    if (mutant.rule().equals("proof/no-way-round-a-gate")) {
      assertThat(breaches).allSatisfy(breach -> assertThat(breach.path()).isNotEmpty());
    }
  }

  static Stream<Mutant> mutants() {
    return Stream.of(
            uncaughtCodes(),
            waysRoundTheGates(),
            gatesThatDoNotHold(),
            waysIntoService(),
            brokenShapes())
        .flatMap(mutants -> mutants);
  }

  private static Stream<Mutant> uncaughtCodes() {
    return Stream.of(
        Mutant.of(
            "the catcher of a failed gate catches another code",
            "model-authorization.bpmn",
            "id=\"gate-failed-definition\" errorRef=\"gate-failed-error\"",
            "id=\"gate-failed-definition\" errorRef=\"training-rejected-error\"",
            "proof/every-code-is-caught",
            "gate-2-failed"),
        Mutant.of(
            "the catcher of a return catches another code",
            "model-authorization.bpmn",
            "id=\"version-returned-definition\" errorRef=\"version-returned-error\"",
            "id=\"version-returned-definition\" errorRef=\"gate-failed-error\"",
            "proof/every-code-is-caught",
            "gate-3-returned"),
        Mutant.of(
            "the catcher of a rejected training is gone",
            "model-authorization.bpmn",
            "id=\"training-rejected-definition\" errorRef=\"training-rejected-error\"",
            "id=\"training-rejected-definition\" errorRef=\"gate-failed-error\"",
            "proof/every-code-is-caught",
            "check-boundary"),
        Mutant.of(
            "the catcher of a refused deployment is gone",
            "model-authorization.bpmn",
            "id=\"deployment-refused-definition\" errorRef=\"deployment-refused-error\"",
            "id=\"deployment-refused-definition\" errorRef=\"gate-failed-error\"",
            "proof/every-code-is-caught",
            "recheck-ledger"),
        Mutant.of(
            "gate 1 throws a code that its caller does not know",
            "gate-1-technical-validation.bpmn",
            "errorCode=\"gate-failed\"",
            "errorCode=\"gate-1-failed\"",
            "proof/every-code-is-caught",
            "gate-1-failed"),
        Mutant.of(
            "nobody catches a refused restoration",
            "emergency-stop.bpmn",
            "errorCode=\"deployment-refused\"",
            "errorCode=\"other\"",
            "proof/every-code-is-caught",
            "recheck-ledger"));
  }

  private static Stream<Mutant> waysRoundTheGates() {
    return Stream.of(
        Mutant.of(
            "gate 1 is left out",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"train-and-record-lineage-to-pass-gate-1\" sourceRef=\"train-and-record-lineage\" targetRef=\"pass-gate-1\"",
            "<bpmn:sequenceFlow id=\"train-and-record-lineage-to-pass-gate-1\" sourceRef=\"train-and-record-lineage\" targetRef=\"pass-gate-2\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "gate 2 is left out",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"pass-gate-1-to-pass-gate-2\" sourceRef=\"pass-gate-1\" targetRef=\"pass-gate-2\"",
            "<bpmn:sequenceFlow id=\"pass-gate-1-to-pass-gate-2\" sourceRef=\"pass-gate-1\" targetRef=\"pass-gate-3\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "gate 3 is left out",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"pass-gate-2-to-pass-gate-3\" sourceRef=\"pass-gate-2\" targetRef=\"pass-gate-3\"",
            "<bpmn:sequenceFlow id=\"pass-gate-2-to-pass-gate-3\" sourceRef=\"pass-gate-2\" targetRef=\"all-gates-passed\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "a failed gate leads to deployment",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"gate-failed-to-archive-reasons-meet\" sourceRef=\"gate-failed\" targetRef=\"archive-reasons-meet\"",
            "<bpmn:sequenceFlow id=\"gate-failed-to-archive-reasons-meet\" sourceRef=\"gate-failed\" targetRef=\"deploy-to-endpoint\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "a withdrawal leads to deployment",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"withdrawn-to-record-withdrawal\" sourceRef=\"withdrawn\" targetRef=\"record-withdrawal\"",
            "<bpmn:sequenceFlow id=\"withdrawn-to-record-withdrawal\" sourceRef=\"withdrawn\" targetRef=\"deploy-to-endpoint\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "a supersession opens the service period",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"superseded-to-record-supersession\" sourceRef=\"superseded\" targetRef=\"record-supersession\"",
            "<bpmn:sequenceFlow id=\"superseded-to-record-supersession\" sourceRef=\"superseded\" targetRef=\"open-service-period\"",
            "proof/no-way-round-a-gate",
            "openServicePeriod"),
        Mutant.of(
            "a refused deployment opens the service period",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"deployment-refused-to-raise-security-alert\" sourceRef=\"deployment-refused\" targetRef=\"raise-security-alert\"",
            "<bpmn:sequenceFlow id=\"deployment-refused-to-raise-security-alert\" sourceRef=\"deployment-refused\" targetRef=\"open-service-period\"",
            "proof/no-way-round-a-gate",
            "openServicePeriod"),
        Mutant.of(
            "invocation is permitted before the period is open",
            "model-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"deploy-to-endpoint-to-open-service-period\" sourceRef=\"deploy-to-endpoint\" targetRef=\"open-service-period\"",
            "<bpmn:sequenceFlow id=\"deploy-to-endpoint-to-open-service-period\" sourceRef=\"deploy-to-endpoint\" targetRef=\"permit-invocation\"",
            "proof/no-way-round-a-gate",
            "permitInvocation"),
        Mutant.of(
            "gate 2 is another process",
            "model-authorization.bpmn",
            "calledElement=\"gate-2-security-review\"",
            "calledElement=\"training-run\"",
            "proof/no-way-round-a-gate",
            "deployment"));
  }

  private static Stream<Mutant> gatesThatDoNotHold() {
    return Stream.of(
        Mutant.of(
            "gate 1 ends where it begins",
            "gate-1-technical-validation.bpmn",
            "<bpmn:sequenceFlow id=\"gate-1-opened-to-create-evaluation-model\" sourceRef=\"gate-1-opened\" targetRef=\"create-evaluation-model\"",
            "<bpmn:sequenceFlow id=\"gate-1-opened-to-create-evaluation-model\" sourceRef=\"gate-1-opened\" targetRef=\"gate-1-passed\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "gate 1 passes what is not proven",
            "gate-1-technical-validation.bpmn",
            "<bpmn:sequenceFlow id=\"not-proven-to-gate-1-failed\" sourceRef=\"not-proven\" targetRef=\"gate-1-failed\"",
            "<bpmn:sequenceFlow id=\"not-proven-to-gate-1-failed\" sourceRef=\"not-proven\" targetRef=\"gate-1-passed\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "gate 1 fails quietly",
            "gate-1-technical-validation.bpmn",
            "<bpmn:errorEventDefinition id=\"gate-1-failed-definition\" errorRef=\"gate-failed-error\" />",
            "",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "gate 2 passes without its table",
            "gate-2-security-review.bpmn",
            "<bpmn:sequenceFlow id=\"check-images-to-assess-findings\" sourceRef=\"check-images\" targetRef=\"assess-findings\"",
            "<bpmn:sequenceFlow id=\"check-images-to-assess-findings\" sourceRef=\"check-images\" targetRef=\"person-needed\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "gate 2 fails quietly",
            "gate-2-security-review.bpmn",
            "<bpmn:errorEventDefinition id=\"gate-2-failed-definition\" errorRef=\"gate-failed-error\" />",
            "",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "gate 2 ends all with a terminate end",
            "gate-2-security-review.bpmn",
            "<bpmn:errorEventDefinition id=\"gate-2-failed-definition\" errorRef=\"gate-failed-error\" />",
            "<bpmn:terminateEventDefinition />",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "gate 3 fails quietly",
            "gate-3-authorization.bpmn",
            "<bpmn:errorEventDefinition id=\"gate-3-failed-definition\" errorRef=\"gate-failed-error\" />",
            "",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "gate 3 passes when time has run out",
            "gate-3-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"request-lapsed-to-refusals-meet\" sourceRef=\"request-lapsed\" targetRef=\"refusals-meet\"",
            "<bpmn:sequenceFlow id=\"request-lapsed-to-refusals-meet\" sourceRef=\"request-lapsed\" targetRef=\"write-approval-record\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "gate 3 asks nobody",
            "gate-3-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"name-the-authorities-to-decide-on-promotion\" sourceRef=\"name-the-authorities\" targetRef=\"decide-on-promotion\"",
            "<bpmn:sequenceFlow id=\"name-the-authorities-to-decide-on-promotion\" sourceRef=\"name-the-authorities\" targetRef=\"enough-signatures\"",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "gate 3 writes no record",
            "gate-3-authorization.bpmn",
            "${writeApprovalRecord}",
            "${recordRefusal}",
            "proof/no-way-round-a-gate",
            "deployment"),
        Mutant.of(
            "the registry approves before the record is written",
            "gate-3-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"gate-3-passed\" name=\"No\" sourceRef=\"sent-back\" targetRef=\"write-approval-record\"",
            "<bpmn:sequenceFlow id=\"gate-3-passed\" name=\"No\" sourceRef=\"sent-back\" targetRef=\"approve-in-model-registry\"",
            "proof/no-way-round-a-gate",
            "approveInModelRegistry"),
        Mutant.of(
            "gate 3 has a second way out of its first step",
            "gate-3-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"write-approval-record-to-approve-in-model-registry\"",
            "<bpmn:sequenceFlow id=\"short\" sourceRef=\"name-the-authorities\" targetRef=\"write-approval-record\" /><bpmn:sequenceFlow id=\"write-approval-record-to-approve-in-model-registry\"",
            "proof/no-way-round-a-gate",
            "writeApprovalRecord"));
  }

  private static Stream<Mutant> waysIntoService() {
    return Stream.of(
        Mutant.of(
            "the ledger is not checked again",
            "deployment.bpmn",
            "<bpmn:sequenceFlow id=\"deployment-opened-to-recheck-ledger\" sourceRef=\"deployment-opened\" targetRef=\"recheck-ledger\"",
            "<bpmn:sequenceFlow id=\"deployment-opened-to-recheck-ledger\" sourceRef=\"deployment-opened\" targetRef=\"create-model\"",
            "proof/no-way-round-a-gate",
            "createEndpoint"),
        Mutant.of(
            "the answers are not verified",
            "deployment.bpmn",
            "<bpmn:sequenceFlow id=\"endpoint-done-to-verify-answers\" name=\"Yes\" sourceRef=\"endpoint-done\" targetRef=\"verify-answers\"",
            "<bpmn:sequenceFlow id=\"endpoint-done-to-verify-answers\" name=\"Yes\" sourceRef=\"endpoint-done\" targetRef=\"set-scaling-bounds\"",
            "proof/no-way-round-a-gate",
            "openServicePeriod"),
        Mutant.of(
            "traffic is restored without the ledger",
            "emergency-stop.bpmn",
            "<bpmn:sequenceFlow id=\"restore-or-retire-to-recheck-ledger\" name=\"Yes\" sourceRef=\"restore-or-retire\" targetRef=\"recheck-ledger\"",
            "<bpmn:sequenceFlow id=\"restore-or-retire-to-recheck-ledger\" name=\"Yes\" sourceRef=\"restore-or-retire\" targetRef=\"restore-traffic\"",
            "proof/no-way-round-a-gate",
            "restoreTraffic"),
        Mutant.of(
            "traffic is restored although the ledger refuses",
            "emergency-stop.bpmn",
            "<bpmn:sequenceFlow id=\"ledger-refused-to-raise-security-alert\" sourceRef=\"ledger-refused\" targetRef=\"raise-security-alert\"",
            "<bpmn:sequenceFlow id=\"ledger-refused-to-raise-security-alert\" sourceRef=\"ledger-refused\" targetRef=\"restore-traffic\"",
            "proof/no-way-round-a-gate",
            "restoreTraffic"),
        Mutant.of(
            "traffic is restored without a second person",
            "emergency-stop.bpmn",
            "<bpmn:sequenceFlow id=\"stop-traffic-to-decision-needed\" sourceRef=\"stop-traffic\" targetRef=\"decision-needed\"",
            "<bpmn:sequenceFlow id=\"stop-traffic-to-decision-needed\" sourceRef=\"stop-traffic\" targetRef=\"recheck-ledger\"",
            "proof/no-way-round-a-gate",
            "restoreTraffic"));
  }

  private static Stream<Mutant> brokenShapes() {
    return Stream.of(
        Mutant.of(
            "a reminder approves",
            "gate-3-authorization.bpmn",
            "<bpmn:sequenceFlow id=\"decision-overdue-to-remind-and-escalate\" sourceRef=\"decision-overdue\" targetRef=\"remind-and-escalate\"",
            "<bpmn:sequenceFlow id=\"decision-overdue-to-remind-and-escalate\" sourceRef=\"decision-overdue\" targetRef=\"write-approval-record\"",
            "proof/reminders-only-remind",
            "write-approval-record"),
        Mutant.of(
            "a lapse leaves the task open",
            "gate-3-authorization.bpmn",
            "<bpmn:boundaryEvent id=\"request-lapsed\" name=\"30 days passed\" cancelActivity=\"true\"",
            "<bpmn:boundaryEvent id=\"request-lapsed\" name=\"30 days passed\" cancelActivity=\"false\"",
            "proof/reminders-only-remind",
            "refusals-meet"),
        Mutant.of(
            "a process calls its caller",
            "model-authorization.bpmn",
            "calledElement=\"gate-1-technical-validation\"",
            "calledElement=\"model-authorization\"",
            "proof/calls-lead-somewhere",
            "pass-gate-1"),
        Mutant.of(
            "a called process is not there",
            "model-authorization.bpmn",
            "calledElement=\"gate-1-technical-validation\"",
            "calledElement=\"gate-0\"",
            "proof/calls-lead-somewhere",
            "pass-gate-1"),
        Mutant.of(
            "two tokens run in gate 1",
            "gate-1-technical-validation.bpmn",
            "<bpmn:sequenceFlow id=\"look-up-floors-to-check-thresholds\"",
            "<bpmn:sequenceFlow id=\"twice\" sourceRef=\"create-evaluation-model\" targetRef=\"start-evaluation-job\" /><bpmn:sequenceFlow id=\"look-up-floors-to-check-thresholds\"",
            "proof/one-token-a-place",
            "transform-job-done"),
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
        Mutant.of(
            "a step hangs in the air",
            "deployment.bpmn",
            "<bpmn:sequenceFlow id=\"create-model-to-create-endpoint-configuration\" sourceRef=\"create-model\" targetRef=\"create-endpoint-configuration\"",
            "<bpmn:sequenceFlow id=\"create-model-to-create-endpoint-configuration\" sourceRef=\"create-model\" targetRef=\"create-endpoint\"",
            "proof/every-node-is-reached",
            "create-endpoint-configuration"));
  }

  @Test
  void S09_the_way_told_is_a_shortest_one() {
    Proof proof =
        Proof.of(
            OurDiagrams.release(
                OurDiagrams.replaced(
                    "gate-1-technical-validation.bpmn",
                    "<bpmn:sequenceFlow id=\"gate-1-opened-to-create-evaluation-model\" sourceRef=\"gate-1-opened\" targetRef=\"create-evaluation-model\"",
                    "<bpmn:sequenceFlow id=\"gate-1-opened-to-create-evaluation-model\" sourceRef=\"gate-1-opened\" targetRef=\"gate-1-passed\"")));
    String way =
        proof.breaches().stream()
            .filter(breach -> breach.finding().limit().equals("only after checkThresholds"))
            .flatMap(breach -> breach.path().stream())
            .collect(joining(" "));
    assertThat(way)
        .contains(
            "register-model-package model-registered gate-1-opened gate-1-passed gate-2-opened")
        .endsWith("authorized all-gates-passed");
  }

  @Test
  void S12_a_process_of_its_own_that_only_deploys_is_found() {
    Diagram other =
        OurDiagrams.changed(
            "model-authorization.bpmn",
            text ->
                text.replace("\"model-authorization\"", "\"quick-way\"")
                    .replace(
                        "sourceRef=\"model-version-submitted\" targetRef=\"training-and-gates\"",
                        "sourceRef=\"model-version-submitted\" targetRef=\"deploy-to-endpoint\""));
    List<Diagram> release = Stream.concat(OurDiagrams.all().stream(), Stream.of(other)).toList();
    assertThat(Proof.of(Release.of(release)).findings())
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .hasToString(
                        "proof/no-way-round-a-gate: deployment is reached by model-version-submitted; the limit is only after gate-1-technical-validation"));
  }
}
