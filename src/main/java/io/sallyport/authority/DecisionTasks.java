package io.sallyport.authority;

import io.sallyport.workflow.HumanTask;
import io.sallyport.workflow.HumanTasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What may be decided by signature: the tasks of the diagrams, and the starts that a person makes
 * without being asked. A start has an id like a task: {@code stop-service:land-cover-7:1}.
 */
@Component
class DecisionTasks {

  private static final String SEPARATOR = ":";

  private final Inbox inbox;
  private final Map<String, TaskPage> pages;
  private final Map<String, SignedStart> starts;
  private final HumanTasks tasks;
  private final Clock clock;

  DecisionTasks(
      Inbox inbox, List<TaskPage> pages, List<SignedStart> starts, HumanTasks tasks, Clock clock) {
    this.inbox = inbox;
    this.pages = byTask(pages);
    this.starts = byTask(starts);
    this.tasks = tasks;
    this.clock = clock;
  }

  /** The task or start, while it can be decided. */
  Optional<HumanTask> open(String id) {
    return start(id)
        .map(start -> startable(start, version(id)).filter(task -> task.id().equals(id)))
        .orElseGet(() -> inbox.open(id));
  }

  /** The task or start, whether it can be decided or not. */
  Optional<HumanTask> any(String id) {
    return start(id).map(start -> task(start, id)).or(() -> inbox.any(id));
  }

  /** The start {@code word} about a version; empty when it cannot be made now. */
  Optional<HumanTask> startable(String word, String modelVersion) {
    return Optional.ofNullable(starts.get(word)).flatMap(start -> startable(start, modelVersion));
  }

  /** Where a start is stated; empty for a task. */
  Optional<String> pageOfStart(HumanTask task) {
    return start(task.id()).map(start -> start.page(task.modelVersion()));
  }

  Signable of(HumanTask task) {
    SignedStart start = starts.get(task.key());
    return start == null ? page(task) : start;
  }

  /** What the stage says of a task of its diagram. */
  TaskPage page(HumanTask task) {
    TaskPage page = pages.get(task.key());
    if (page == null) {
      throw new IllegalStateException("No stage has a page for the task " + task.key());
    }
    return page;
  }

  /** Lets the case go on, or begin, in the transaction that recorded the signature. */
  void carryOn(HumanTask task, Person person, Decision decision, List<SignedDecision> signed) {
    SignedStart start = starts.get(task.key());
    if (start != null) {
      start.begin(task, person, decision);
      return;
    }
    Map<String, Object> variables = page(task).variables(task, signed);
    tasks.complete(task.id(), person.subject(), person.groups(), variables);
  }

  private Optional<HumanTask> startable(SignedStart start, String modelVersion) {
    return start
        .occasion(modelVersion)
        .map(occasion -> task(start, String.join(SEPARATOR, start.task(), modelVersion, occasion)));
  }

  private HumanTask task(SignedStart start, String id) {
    return new HumanTask(
        id,
        start.task(),
        start.name(),
        version(id),
        id,
        id,
        Optional.empty(),
        List.of(),
        clock.instant(),
        Optional.empty());
  }

  private Optional<SignedStart> start(String id) {
    String[] words = id.split(SEPARATOR, -1);
    return words.length == 3 ? Optional.ofNullable(starts.get(words[0])) : Optional.empty();
  }

  private static String version(String id) {
    return id.split(SEPARATOR, -1)[1];
  }

  private static <T extends Signable> Map<String, T> byTask(List<T> signables) {
    return signables.stream().collect(Collectors.toMap(Signable::task, Function.identity()));
  }
}
