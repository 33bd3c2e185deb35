package io.sallyport.authority;

import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who is asked (F31, F35). A task may be put before groups, and the law may keep it from some of
 * their members: whoever stopped a version does not decide what becomes of it (AC-5). Inbox and
 * pages ask here, so that nobody is listed who would be refused.
 */
@Component
public class Asked {

  private final Inbox inbox;
  private final DecisionTasks tasks;
  private final DecisionRequests requests;
  private final Names names;

  Asked(Inbox inbox, DecisionTasks tasks, DecisionRequests requests, Names names) {
    this.inbox = inbox;
    this.tasks = tasks;
    this.requests = requests;
    this.names = names;
  }

  /**
   * What is put before a person or a group of theirs, most urgent first.
   *
   * @param toDecide what the person is asked to decide
   * @param kept what the law keeps for somebody else
   */
  public record Tasks(List<HumanTask> toDecide, List<HumanTask> kept) {}

  /** What is put before {@code person}; the law is asked about each task once. */
  public Tasks before(Person person) {
    Map<Boolean, List<HumanTask>> judged =
        inbox.of(person).stream()
            .collect(Collectors.partitioningBy(task -> mayDecide(task, person)));
    return new Tasks(judged.getOrDefault(true, List.of()), judged.getOrDefault(false, List.of()));
  }

  /** What {@code person} is asked to decide, most urgent first. */
  public List<HumanTask> of(Person person) {
    return before(person).toDecide();
  }

  /** For whom tasks wait: {@code Alice Ames, Bob Bell or Carol Cole}. */
  public String names(List<HumanTask> waiting) {
    return names.asked(waiting, this::barred);
  }

  /** Whoever is asked by name was chosen by the law: only of groups it is asked again. */
  private boolean mayDecide(HumanTask task, Person person) {
    return task.assignee().isPresent() || requests.bars(task, person).isEmpty();
  }

  private Set<String> barred(HumanTask task) {
    return tasks.of(task).parts(task).keySet();
  }
}
