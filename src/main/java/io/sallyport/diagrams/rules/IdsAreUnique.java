package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.NodeKind;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every id is a plain word and means one thing; ids of nodes name delegates, forms and facts. */
public final class IdsAreUnique implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/ids-are-unique";
  }

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,119}");

  @Override
  public List<Finding> check(Examined examined) {
    Set<String> seen = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    Stream.concat(
            examined.elements().filter(element -> NodeKind.of(element).isPresent()),
            examined.elements("bpmn:process"))
        .filter(element -> !WORD.matcher(element.attributeOrEmpty("id")).matches())
        .forEach(element -> findings.add(finding("the id of " + element.label(), "no word", WORD)));
    examined
        .elements()
        .flatMap(element -> element.attribute("id").stream())
        .filter(id -> !seen.add(id))
        .forEach(id -> findings.add(finding("the id " + id, "used twice", "one thing an id")));
    return findings;
  }
}
