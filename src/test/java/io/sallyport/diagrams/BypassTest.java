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

  @ParameterizedTest
  @MethodSource("mutants")
  void F01_S09_a_way_round_is_found(Mutant mutant) {
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
    return Stream.concat(GateMutants.all(), ServiceMutants.all());
  }

  @Test
  void F01_S09_the_way_told_is_a_shortest_one() {
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
  void F01_S12_a_process_of_its_own_that_only_deploys_is_found() {
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
