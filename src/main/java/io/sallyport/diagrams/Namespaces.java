package io.sallyport.diagrams;

import java.util.Map;

/** The namespaces of BPMN 2.0, DMN 1.3, their layouts, and the engine's extensions. */
final class Namespaces {

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn"),
          Map.entry("http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi"),
          Map.entry("http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color"),
          Map.entry("http://www.omg.org/spec/DD/20100524/DC", "dc"),
          Map.entry("http://www.omg.org/spec/DD/20100524/DI", "di"),
          Map.entry("http://camunda.org/schema/1.0/bpmn", "camunda"),
          Map.entry("http://www.w3.org/2001/XMLSchema-instance", "xsi"),
          Map.entry("https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn"),
          Map.entry("https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi"),
          Map.entry("http://www.omg.org/spec/DMN/20180521/DC/", "dmndc"),
          Map.entry("http://www.omg.org/spec/DMN/20180521/DI/", "dmndl"),
          Map.entry("http://camunda.org/schema/1.0/dmn", "camunda-dmn"));

  private Namespaces() {}

  /** The name with its well-known prefix; of a namespace nobody knows, with the namespace. */
  static String name(String uri, String localName) {
    if (uri.isEmpty()) return localName;
    String prefix = PREFIXES.get(uri);
    return prefix == null ? "{" + uri + "}" + localName : prefix + ":" + localName;
  }
}
