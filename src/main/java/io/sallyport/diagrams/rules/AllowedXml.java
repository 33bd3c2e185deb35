package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.Xml;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The allow-list over the XML: each line an element, its attributes, the elements in it. What is
 * not here is refused; nothing is ever let through because nobody thought of it. An element that
 * may hold different things in different places stands here with its parent: {@code
 * parent>element}. An attribute that may have one value only stands here with it: {@code
 * attribute=value}.
 */
public final class AllowedXml {

  /** Shared by the lines below, so that each node kind is said once. */
  private static final String NODES =
      "bpmn:startEvent bpmn:endEvent bpmn:boundaryEvent bpmn:intermediateCatchEvent bpmn:userTask"
          + " bpmn:serviceTask bpmn:businessRuleTask bpmn:receiveTask bpmn:callActivity"
          + " bpmn:subProcess bpmn:exclusiveGateway bpmn:parallelGateway bpmn:sequenceFlow"
          + " bpmn:textAnnotation bpmn:association bpmn:documentation";

  private static final String FLOWS = "bpmn:documentation bpmn:incoming bpmn:outgoing";

  private static final String COLORS = "color:background-color color:border-color";

  private static final String BPMN =
      """
      bpmn:definitions | id name targetNamespace exporter exporterVersion | bpmn:error bpmn:message bpmn:process bpmndi:BPMNDiagram
      bpmn:error | id name errorCode |
      bpmn:message | id name |
      bpmn:process | id name isExecutable camunda:historyTimeToLive camunda:isStartableInTasklist | NODES
      bpmn:subProcess | id name | NODES bpmn:incoming bpmn:outgoing
      bpmn:startEvent | id name | FLOWS bpmn:messageEventDefinition
      bpmn:endEvent | id name | FLOWS bpmn:errorEventDefinition
      bpmn:boundaryEvent | id name attachedToRef cancelActivity | FLOWS bpmn:errorEventDefinition bpmn:messageEventDefinition bpmn:timerEventDefinition
      bpmn:intermediateCatchEvent | id name | FLOWS bpmn:timerEventDefinition
      bpmn:userTask | id name camunda:assignee camunda:candidateGroups camunda:formKey camunda:dueDate camunda:asyncBefore | FLOWS bpmn:extensionElements bpmn:multiInstanceLoopCharacteristics
      bpmn:userTask>bpmn:extensionElements | | camunda:taskListener
      bpmn:serviceTask | id name camunda:delegateExpression camunda:asyncBefore | FLOWS bpmn:extensionElements
      bpmn:serviceTask>bpmn:extensionElements | | camunda:failedJobRetryTimeCycle
      bpmn:businessRuleTask | id name camunda:decisionRef camunda:decisionRefBinding camunda:mapDecisionResult camunda:resultVariable camunda:asyncBefore | FLOWS
      bpmn:receiveTask | id name messageRef camunda:asyncBefore | FLOWS
      bpmn:callActivity | id name calledElement camunda:calledElementBinding | FLOWS bpmn:extensionElements
      bpmn:callActivity>bpmn:extensionElements | | camunda:in camunda:out
      bpmn:exclusiveGateway | id name default | FLOWS
      bpmn:parallelGateway | id name | FLOWS
      bpmn:sequenceFlow | id name sourceRef targetRef | bpmn:conditionExpression bpmn:documentation
      bpmn:conditionExpression | xsi:type=bpmn:tFormalExpression |
      bpmn:completionCondition | xsi:type=bpmn:tFormalExpression |
      bpmn:multiInstanceLoopCharacteristics | isSequential camunda:collection camunda:elementVariable | bpmn:completionCondition
      bpmn:errorEventDefinition | id errorRef camunda:errorMessageVariable camunda:errorCodeVariable |
      bpmn:messageEventDefinition | id messageRef |
      bpmn:timerEventDefinition | id | bpmn:timeDuration bpmn:timeCycle bpmn:timeDate
      bpmn:timeDuration | xsi:type=bpmn:tFormalExpression |
      bpmn:timeCycle | xsi:type=bpmn:tFormalExpression |
      bpmn:timeDate | xsi:type=bpmn:tFormalExpression |
      bpmn:documentation | id |
      bpmn:incoming | |
      bpmn:outgoing | |
      bpmn:textAnnotation | id | bpmn:text
      bpmn:text | |
      bpmn:association | id sourceRef targetRef associationDirection |
      camunda:failedJobRetryTimeCycle | |
      camunda:taskListener | id event delegateExpression |
      camunda:in | businessKey source target |
      camunda:out | source target |
      bpmndi:BPMNDiagram | id name | bpmndi:BPMNPlane
      bpmndi:BPMNPlane | id bpmnElement | bpmndi:BPMNShape bpmndi:BPMNEdge
      bpmndi:BPMNShape | id bpmnElement isExpanded isMarkerVisible COLORS | dc:Bounds bpmndi:BPMNLabel
      bpmndi:BPMNEdge | id bpmnElement COLORS | di:waypoint bpmndi:BPMNLabel
      bpmndi:BPMNLabel | id | dc:Bounds
      dc:Bounds | x y width height |
      di:waypoint | x y |
      """;

  private static final String DMN =
      """
      dmn:definitions | id name namespace exporter exporterVersion expressionLanguage | dmn:decision dmn:description dmndi:DMNDI
      dmn:decision | id name camunda-dmn:historyTimeToLive | dmn:description dmn:decisionTable
      dmn:description | |
      dmn:decisionTable | id hitPolicy aggregation | dmn:input dmn:output dmn:rule
      dmn:input | id label camunda-dmn:inputVariable | dmn:inputExpression
      dmn:inputExpression | id typeRef expressionLanguage | dmn:text
      dmn:output | id label name typeRef |
      dmn:rule | id | dmn:description dmn:inputEntry dmn:outputEntry
      dmn:inputEntry | id expressionLanguage | dmn:text
      dmn:outputEntry | id expressionLanguage | dmn:text
      dmn:text | |
      dmndi:DMNDI | | dmndi:DMNDiagram
      dmndi:DMNDiagram | id name | dmndi:DMNShape
      dmndi:DMNShape | id dmnElementRef | dmndc:Bounds
      dmndc:Bounds | x y width height |
      """;

  private static final Map<String, Line> LINES = lines(BPMN + DMN);

  private AllowedXml() {}

  private record Line(String element, Set<String> attributes, Set<String> children) {

    static Line of(String text) {
      List<String> columns = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
      return new Line(columns.get(0), words(columns.get(1)), words(columns.get(2)));
    }

    private static Set<String> words(String column) {
      return column.isEmpty() ? Set.of() : Set.of(column.split("\\s+", -1));
    }
  }

  static boolean allowsChild(Xml parent, Xml element, Xml child) {
    return line(parent, element).filter(line -> line.children().contains(child.name())).isPresent();
  }

  static boolean allowsAttribute(Xml parent, Xml element, String attribute) {
    String withValue = attribute + "=" + element.attributeOrEmpty(attribute);
    return line(parent, element)
        .map(Line::attributes)
        .filter(listed -> listed.contains(attribute) || listed.contains(withValue))
        .isPresent();
  }

  private static Optional<Line> line(Xml parent, Xml element) {
    return Optional.ofNullable(LINES.get(parent.name() + ">" + element.name()))
        .or(() -> Optional.ofNullable(LINES.get(element.name())));
  }

  private static Map<String, Line> lines(String table) {
    return table
        .replace("NODES", NODES)
        .replace("FLOWS", FLOWS)
        .replace("COLORS", COLORS)
        .lines()
        .map(Line::of)
        .collect(Collectors.toUnmodifiableMap(Line::element, Function.identity()));
  }
}
