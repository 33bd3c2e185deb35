package io.sallyport.diagrams.rules;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The history of each case is kept for a stated number of days; the engine reads no other form. */
public final class HistoryIsKeptInDays implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/history-is-kept-in-days";
  }

  private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]{0,4}D");

  @Override
  public List<Finding> check(Examined examined) {
    return Stream.concat(
            kept(examined, "bpmn:process", "camunda:historyTimeToLive"),
            kept(examined, "dmn:decision", "camunda-dmn:historyTimeToLive"))
        .toList();
  }

  private Stream<Finding> kept(Examined examined, String element, String attribute) {
    return examined
        .elements(element)
        .filter(subject -> !DAYS.matcher(subject.attributeOrEmpty(attribute)).matches())
        .map(
            subject ->
                finding(
                    "the history of " + subject.label(),
                    subject.attribute(attribute).orElse("missing"),
                    DAYS));
  }
}
