package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.NodeKind;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times are ISO 8601 literals: a duration of at least a minute, a cycle with a count. The engine
 * fires some seconds late, so that a shorter timer is no safety limit. A date is the case's own: no
 * diagram knows one.
 */
public final class TimersAreLiteral implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/timers-are-literal";
  }

  private static final String DURATION =
      "(?=.*[1-9])P(?:[0-9]{1,4}D)?(?:T[0-9]{1,4}[HM](?:[0-9]{1,2}M)?)?";
  private static final Limit AFTER =
      new Limit(Pattern.compile(DURATION), "a duration of at least a minute, such as PT24H");
  private static final Limit EVERY =
      new Limit(
          Pattern.compile("R[1-9][0-9]{0,2}/" + DURATION),
          "at least 1 time, at least a minute apart, such as R28/P1D");

  private record Limit(Pattern pattern, String words) {

    boolean holds(String text) {
      return pattern.matcher(text).matches();
    }
  }

  @Override
  public List<Finding> check(Examined examined) {
    return Stream.of(
            texts(examined, "bpmn:timeDuration", AFTER),
            texts(examined, "bpmn:timeCycle", EVERY),
            dates(examined),
            texts(examined, "camunda:failedJobRetryTimeCycle", EVERY),
            dues(examined),
            empty(examined))
        .flatMap(Function.identity())
        .toList();
  }

  private Stream<Finding> texts(Examined examined, String element, Limit limit) {
    return examined
        .elements(element)
        .filter(timer -> !limit.holds(timer.text()))
        .map(timer -> finding(timer.label(), timer.text(), limit.words()));
  }

  private Stream<Finding> dates(Examined examined) {
    return examined
        .elements("bpmn:timeDate")
        .filter(date -> Expressions.name(date.text()).isEmpty())
        .map(date -> finding(date.label(), date.text(), "a date of the case, such as ${ends}"));
  }

  private Stream<Finding> dues(Examined examined) {
    return examined
        .nodes(NodeKind.USER)
        .flatMap(task -> task.xml().attribute("camunda:dueDate").stream())
        .filter(due -> Expressions.name(due).isEmpty() && !AFTER.holds(due))
        .map(due -> finding("a due date", due, AFTER.words()));
  }

  private Stream<Finding> empty(Examined examined) {
    return examined
        .elements("bpmn:timerEventDefinition")
        .filter(timer -> timer.children().size() != 1)
        .map(timer -> finding(timer.label(), timer.children().size() + " times", "one time"));
  }
}
