package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.Xml;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * R02, R05: a table speaks FEEL and calls no method, function or other language: FEEL can call a
 * method of a Java variable, and other languages run.
 */
public final class DecisionsSpeakFeel implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/decisions-speak-feel";
  }

  private static final Set<String> FEEL =
      Set.of("", "feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

  private static final Pattern CALL =
      Pattern.compile(
          "(?<!\\.)\\.\\s*[\\p{L}_$][\\p{L}\\p{N}_$ ]*\\(|`|/\\*|//|(?i:function|external|java)");

  @Override
  public List<Finding> check(Examined examined) {
    return Stream.concat(
            examined
                .elements()
                .filter(element -> !FEEL.contains(element.attributeOrEmpty("expressionLanguage")))
                .map(this::language),
            examined
                .elements("dmn:text")
                .filter(text -> CALL.matcher(QUOTED.matcher(text.text()).replaceAll("")).find())
                .map(text -> finding("a cell", text.text(), "FEEL without calls")))
        .toList();
  }

  private Finding language(Xml element) {
    return finding(element.label(), element.attributeOrEmpty("expressionLanguage"), "FEEL");
  }
}
