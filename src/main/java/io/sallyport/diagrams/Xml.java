package io.sallyport.diagrams;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of an XML file, read whole. Names carry the well-known prefix of their namespace,
 * whatever the file calls it ({@code camunda:formKey}); a namespace that nobody knows stays as
 * {@code {uri}name}, so that no table of names ever holds it.
 */
public record Xml(String name, Map<String, String> attributes, List<Xml> children, String text) {

  public Xml {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  public Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /** The attribute, or nothing in letters: for places where an empty value is wrong as well. */
  public String attributeOrEmpty(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  public Stream<Xml> children(String child) {
    return children.stream().filter(candidate -> candidate.name.equals(child));
  }

  public Optional<Xml> child(String child) {
    return children(child).findFirst();
  }

  /** This element and all below it, in the order of the file. */
  public Stream<Xml> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Xml::all));
  }

  /** All elements of this name, in the order of the file. */
  public Stream<Xml> all(String wanted) {
    return all().filter(element -> element.name.equals(wanted));
  }

  /** How a finding speaks of this element: its name and, where it has one, its id. */
  public String label() {
    return attribute("id").map(id -> name + " " + id).orElse(name);
  }
}
