package io.sallyport.diagrams;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times are ISO 8601 literals: a duration of at least a minute, a cycle with a count. The engine
 * fires some seconds late, so that a shorter timer is no safety limit.
 */
public final class TimersAreLiteral implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/timers-are-literal";
  }

  private static final String DURATION = "P(?:[0-9]{1,4}D)?(?:T[0-9]{1,4}[HM](?:[0-9]{1,2}M)?)?";
  private static final Pattern AFTER = Pattern.compile("(?!P$)" + DURATION);
  private static final Pattern EVERY = Pattern.compile("R[0-9]{1,3}/(?!P$)" + DURATION);

  @Override
  public List<Finding> check(Examined examined) {
    return Stream.of(
            texts(examined, "bpmn:timeDuration", AFTER),
            texts(examined, "bpmn:timeCycle", EVERY),
            texts(examined, "camunda:failedJobRetryTimeCycle", EVERY),
            dues(examined),
            empty(examined))
        .flatMap(Function.identity())
        .toList();
  }

  private Stream<Finding> texts(Examined examined, String element, Pattern limit) {
    return examined
        .elements(element)
        .filter(timer -> !limit.matcher(timer.text()).matches())
        .map(timer -> finding(timer.label(), timer.text(), limit));
  }

  private Stream<Finding> dues(Examined examined) {
    return examined
        .nodes(NodeKind.USER)
        .flatMap(task -> task.xml().attribute("camunda:dueDate").stream())
        .filter(due -> Expressions.name(due).isEmpty() && !AFTER.matcher(due).matches())
        .map(due -> finding("a due date", due, AFTER));
  }

  private Stream<Finding> empty(Examined examined) {
    return examined
        .elements("bpmn:timerEventDefinition")
        .filter(timer -> timer.children().size() != 1)
        .map(timer -> finding(timer.label(), timer.children().size() + " times", "one time"));
  }
}
