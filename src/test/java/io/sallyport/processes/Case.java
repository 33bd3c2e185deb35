package io.sallyport.processes;

import static java.util.Map.entry;

import io.sallyport.workflow.HumanTasks;
import io.sallyport.workflow.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.transaction.support.TransactionTemplate;

/** A case on the shared engine. A test moves it by the product's own doors and by time alone. */
public final class Case {

  /** As the diagrams say it: {@code R5/PT1M}. */
  static final Duration UNTIL_THE_NEXT_TRY = Duration.ofMinutes(1);

  public static final int TRIES = 5;

  /** Above the number of jobs of the longest path. */
  private static final int JOBS_MAX = 200;

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Engine engine = Engine.shared();
  private final String key = "model-" + NUMBER.incrementAndGet();
  private final String root;
  private final ProcessInstance instance;

  private Case(String process, Map<String, Object> variables) {
    root = transaction(() -> begun(process, variables));
    instance =
        engine
            .bean(RuntimeService.class)
            .createProcessInstanceQuery()
            .processInstanceId(root)
            .singleResult();
  }

  /** By its message, where a diagram begins with one. */
  private String begun(String process, Map<String, Object> variables) {
    Processes processes = engine.bean(Processes.class);
    return process.equals("reauthorization")
        ? processes.begin("episode-opened", key, variables)
        : processes.start(process, key, variables);
  }

  /** A version of this tier at the beginning of a diagram, with what the diagrams hand on. */
  public static Case of(String process, String tier) {
    return of(process, tier, "sentinel");
  }

  /** The same in a program of one's choice. */
  public static Case of(String process, String tier, String program) {
    return new Case(
        process,
        Map.ofEntries(
            entry("modelVersionId", "of-the-case"),
            entry("program", program),
            entry("submitter", "emil"),
            entry("tier", tier),
            entry("modelDigest", AllIsWell.DIGEST),
            entry("deciders", new ArrayList<>(List.of(AllIsWell.OFFICIALS))),
            entry("recommenders", new ArrayList<>(List.of(AllIsWell.TECHNICAL))),
            entry("officials", new ArrayList<>(List.of(AllIsWell.OFFICIALS))),
            entry("reason", "person"),
            entry("level", "none"),
            entry("authorizationEnds", AllIsWell.authorizationEnds())));
  }

  /** An episode about a version in service, with why it was opened. */
  static Case episode(String reason, String level, String tier) {
    return of("reauthorization", tier).with(Map.of("reason", reason, "level", level));
  }

  private Case with(Map<String, Object> variables) {
    engine.bean(RuntimeService.class).setVariables(root, variables);
    return this;
  }

  /** A version at the beginning of {@code model-authorization}, where every 'no' is caught. */
  public static Case submitted(String tier) {
    return of("model-authorization", tier);
  }

  /** The business key: the model version. */
  public String key() {
    return key;
  }

  /** The instance that the case began with. */
  public ProcessInstance instance() {
    return instance;
  }

  /** The running instance of a diagram that the case has called. */
  public ProcessInstance called(String process) {
    return Optional.ofNullable(
            engine
                .bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .rootProcessInstanceId(root)
                .processDefinitionKey(process)
                .singleResult())
        .orElseThrow(() -> new AssertionError(key + " is not in " + process));
  }

  /** The instances of the case that have not ended. */
  public List<ProcessInstance> running() {
    return engine
        .bean(RuntimeService.class)
        .createProcessInstanceQuery()
        .rootProcessInstanceId(root)
        .list();
  }

  /** At its next visits {@code step} does this; after that, what is done when all is well. */
  public Case does(String step, Deed... deeds) {
    engine.script(key).add(step, deeds);
    return this;
  }

  /** The steps that were carried out and committed, in order. */
  public List<String> steps() {
    return engine.script(key).carriedOut();
  }

  /** Carries out what is due, until nothing is. */
  public Case goesOn() {
    for (int i = 0; i < JOBS_MAX; i++) {
      Optional<Job> due = due();
      if (due.isEmpty()) return this;
      carryOut(due.get());
    }
    throw new AssertionError(key + " does not come to rest");
  }

  /** Time passes; what is due then is carried out. */
  public Case after(Duration time) {
    EngineClock.forward(time);
    return goesOn();
  }

  /** Goes on, and tries again what failed, as often as the diagram says. */
  public Case persists() {
    goesOn();
    while (isTriedAgain()) after(UNTIL_THE_NEXT_TRY);
    return this;
  }

  /** Whether the instance was waiting for this message. */
  public boolean told(ProcessInstance waiting, String message) {
    return transaction(() -> engine.bean(Processes.class).tell(waiting.getId(), message));
  }

  /** The open tasks for people. */
  public List<Task> tasks() {
    return engine.bean(TaskService.class).createTaskQuery().processInstanceBusinessKey(key).list();
  }

  /** The one open task of this person, or of nobody in particular. */
  public Task taskFor(String person) {
    return tasks().stream()
        .filter(task -> task.getAssignee() == null || task.getAssignee().equals(person))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nothing of " + key + " is for " + person));
  }

  /** Completes the person's task as the one door for decisions does it, and goes on. */
  public Case decides(String person, List<String> groups, Map<String, Object> outcome) {
    completes(taskFor(person).getId(), person, groups, outcome);
    return goesOn();
  }

  /** Tries to complete any task as this person. */
  public void completes(
      String task, String person, List<String> groups, Map<String, Object> outcome) {
    engine
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> engine.bean(HumanTasks.class).complete(task, person, groups, outcome));
  }

  private boolean isTriedAgain() {
    return jobs().anyMatch(jobs -> jobs.withException().withRetriesLeft().count() > 0);
  }

  private Optional<Job> due() {
    return jobs()
        .flatMap(jobs -> jobs.executable().orderByJobDuedate().asc().listPage(0, 1).stream())
        .findFirst();
  }

  /** None once the case has ended. The timer of a repetition does not know its root. */
  private Stream<JobQuery> jobs() {
    Set<String> instances =
        running().stream().map(ProcessInstance::getId).collect(Collectors.toSet());
    return instances.isEmpty()
        ? Stream.empty()
        : Stream.of(
            engine.bean(ManagementService.class).createJobQuery().processInstanceIds(instances));
  }

  private void carryOut(Job job) {
    try {
      engine.bean(ManagementService.class).executeJob(job.getId());
    } catch (Deed.Trouble asked) {
      // the engine has counted the try
    }
  }

  private <T> T transaction(Supplier<T> work) {
    return engine.bean(TransactionTemplate.class).execute(status -> work.get());
  }
}
