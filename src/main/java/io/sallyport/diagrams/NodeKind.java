package io.sallyport.diagrams;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a node of a diagram is, in BPMN's word and in a person's. The list is longer than what is
 * allowed: the proof must know what a forbidden node would do.
 */
public enum NodeKind {
  START("startEvent", "Start"),
  END("endEvent", "End"),
  BOUNDARY("boundaryEvent", "Way out"),
  CATCH("intermediateCatchEvent", "Wait"),
  USER("userTask", "Task of a person"),
  SERVICE("serviceTask", "Step"),
  RULE("businessRuleTask", "Decision table"),
  RECEIVE("receiveTask", "Wait for a message"),
  CALL("callActivity", "Process"),
  SUB_PROCESS("subProcess", "Phase"),
  EXCLUSIVE("exclusiveGateway", "Choice"),
  PARALLEL("parallelGateway", "Fork or join"),
  TASK("task", "Empty task"),
  MANUAL("manualTask", "Empty task"),
  SCRIPT("scriptTask", "Script"),
  SEND("sendTask", "Send"),
  THROW("intermediateThrowEvent", "Throw"),
  INCLUSIVE("inclusiveGateway", "Inclusive choice"),
  EVENT_BASED("eventBasedGateway", "Race of events");

  private final String tag;
  private final String words;

  NodeKind(String tag, String words) {
    this.tag = tag;
    this.words = words;
  }

  /** For a person who has never seen BPMN. */
  public String words() {
    return words;
  }

  public boolean isEvent() {
    return this == START || this == END || this == BOUNDARY || this == CATCH || this == THROW;
  }

  public boolean isGateway() {
    return this == EXCLUSIVE || this == PARALLEL || this == INCLUSIVE || this == EVENT_BASED;
  }

  public static Optional<NodeKind> of(Xml element) {
    return Arrays.stream(values())
        .filter(kind -> element.name().equals("bpmn:" + kind.tag))
        .findFirst();
  }
}
