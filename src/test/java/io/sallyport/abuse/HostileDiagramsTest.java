package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.local.LocalBoundary;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows 1 to 5 of the abuse suite: hostile diagrams, deployed straight into the engine, past every
 * screen. Each is refused by a rule with a name, and nothing of it stays.
 */
@Tag("boundary")
class HostileDiagramsTest {

  private static final String SERVICE =
      "<bpmn:serviceTask id='t' name='T' %s><bpmn:incoming>a</bpmn:incoming>"
          + "<bpmn:outgoing>b</bpmn:outgoing></bpmn:serviceTask>";

  private final RepositoryService repository = LocalBoundary.shared().bean(RepositoryService.class);

  static Stream<Arguments> payloads() {
    return Stream.of(
        Arguments.of(
            "R01 a document type",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                + process(SERVICE.formatted("camunda:delegateExpression='${checkBoundary}'"))),
        Arguments.of(
            "R02 a script task",
            process(
                "<bpmn:scriptTask id='t' name='T' scriptFormat='javascript'>"
                    + "<bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>"
                    + "<bpmn:script>1</bpmn:script></bpmn:scriptTask>")),
        Arguments.of(
            "R03 an expression in a name",
            process(
                SERVICE
                    .formatted("camunda:delegateExpression='${checkBoundary}'")
                    .replace("name='T'", "name='${execution.id.getClass()}'"))),
        Arguments.of("R04 a shell task", process(SERVICE.formatted("camunda:type='shell'"))),
        Arguments.of(
            "R05 a class", process(SERVICE.formatted("camunda:class='java.util.Formatter'"))),
        Arguments.of(
            "R05 an unknown bean",
            process(SERVICE.formatted("camunda:delegateExpression='${dataSource}'"))),
        Arguments.of(
            "R05 an old namespace",
            process(SERVICE.formatted("activiti:class='java.util.Formatter'"))
                .replace("xmlns:bpmn=", "xmlns:activiti='http://activiti.org/bpmn' xmlns:bpmn=")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("payloads")
  void R01_to_R05_a_hostile_diagram_is_refused_by_name(String payload, String diagram) {
    long before = repository.createDeploymentQuery().count();

    assertThatThrownBy(
            () -> repository.createDeployment().addString("hostile.bpmn", diagram).deploy())
        .as(payload)
        .hasMessageContaining("diagrams/");

    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("hostile").count())
        .isZero();
  }

  private static String process(String task) {
    return "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'"
        + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' id='d'"
        + " targetNamespace='https://sallyport.io/hostile'>"
        + "<bpmn:process id='hostile' isExecutable='true' camunda:historyTimeToLive='P1D'>"
        + "<bpmn:startEvent id='s'><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>"
        + task
        + "<bpmn:endEvent id='e'><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>"
        + "<bpmn:sequenceFlow id='a' sourceRef='s' targetRef='t'/>"
        + "<bpmn:sequenceFlow id='b' sourceRef='t' targetRef='e'/>"
        + "</bpmn:process></bpmn:definitions>";
  }
}
