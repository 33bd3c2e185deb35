package io.sallyport.diagrams;

import java.util.Optional;

/** An arrow of a diagram; {@code condition} is the expression that opens it. */
public record Flow(
    String id, String name, String source, String target, Optional<String> condition) {

  static Flow of(Xml xml) {
    return new Flow(
        xml.attributeOrEmpty("id"),
        xml.attributeOrEmpty("name"),
        xml.attributeOrEmpty("sourceRef"),
        xml.attributeOrEmpty("targetRef"),
        xml.child("bpmn:conditionExpression").map(Xml::text));
  }
}
