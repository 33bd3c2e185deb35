package io.sallyport.authority.inbox;

import io.sallyport.authority.Asked;
import io.sallyport.authority.Decisions;
import io.sallyport.authority.DoneDecision;
import io.sallyport.authority.Inbox;
import io.sallyport.authority.Membership;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Requests;
import io.sallyport.authority.TaskLine;
import io.sallyport.authority.VersionLink;
import io.sallyport.authority.inbox.InboxPage.Done;
import io.sallyport.authority.inbox.InboxPage.Group;
import io.sallyport.authority.inbox.InboxPage.Row;
import io.sallyport.authority.inbox.InboxPage.View;
import io.sallyport.authority.inbox.InboxPage.Waiting;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a person, what the person waits for, and what the person decided (F35). */
@Controller
class InboxController {

  /** A task is looked at sooner when less than this is left. */
  private static final Duration SOON = Duration.ofDays(2);

  private static final Duration THIS_WEEK = Duration.ofDays(7);

  private final Inbox inbox;
  private final Decisions decisions;
  private final Requests requests;
  private final Asked asked;
  private final Clock clock;

  InboxController(Inbox inbox, Decisions decisions, Requests requests, Asked asked, Clock clock) {
    this.inbox = inbox;
    this.decisions = decisions;
    this.requests = requests;
    this.asked = asked;
    this.clock = clock;
  }

  @Permitted
  @GetMapping("/inbox")
  String show(
      @RequestParam(defaultValue = "mine") String view,
      @RequestParam(defaultValue = "") String q,
      Person person,
      Model model) {
    model.addAttribute("page", page(view, q.strip(), person));
    return "authority/inbox";
  }

  private InboxPage page(String view, String query, Person person) {
    Instant now = clock.instant();
    Asked.Tasks tasks = asked.before(person);
    List<Row> rows = tasks.toDecide().stream().map(task -> row(task, now)).toList();
    List<Waiting> waiting = waiting(person, tasks.kept(), now);
    List<Done> done = decisions.done(person).stream().map(one -> done(one, now)).toList();
    List<View> views =
        List.of(
            view("mine", "Needs me", rows.size(), view),
            view("waiting", "I wait for others", waiting.size(), view),
            view("done", "Decided by me", done.size(), view));
    return new InboxPage(
        title(rows),
        view,
        query,
        views,
        view.equals("mine") ? groups(found(rows, query), now) : List.of(),
        view.equals("done")
            ? List.of()
            : waiting.stream().filter(one -> holds(one.toString(), query)).toList(),
        view.equals("done")
            ? done.stream().filter(one -> holds(one.toString(), query)).toList()
            : List.of(),
        empty(view, query, waiting),
        coming(view, query, person),
        roles(person));
  }

  private Row row(HumanTask task, Instant now) {
    TaskLine line = decisions.line(task);
    Optional<Moment> due = task.dueAt().map(at -> Moment.of(at, now));
    return new Row(
        task.id(),
        decisions.question(task),
        line.why(),
        line.about(),
        task.dueAt().map(at -> state(at, now)).orElse(""),
        due.map(at -> at.past() ? at.relative().replace("ago", "overdue") : at.relative())
            .orElse("no due date"),
        due.map(at -> (at.past() ? "was due " : "") + at.day()).orElse(""),
        due.map(Moment::iso).orElse(""),
        task.modelVersion() + " " + task.name() + " " + line.digest());
  }

  private static String state(Instant due, Instant now) {
    if (due.isBefore(now)) return "stop";
    return due.isBefore(now.plus(SOON)) ? "watch" : "";
  }

  private static String title(List<Row> rows) {
    long overdue = rows.stream().filter(row -> row.state().equals("stop")).count();
    if (rows.isEmpty()) return "Nothing needs you";
    String needs = rows.size() == 1 ? "1 task needs you" : rows.size() + " tasks need you";
    return overdue == 0
        ? needs
        : needs + ", " + overdue + (overdue == 1 ? " is" : " are") + " overdue";
  }

  private static View view(String view, String label, int count, String shown) {
    return new View(view, label, count, view.equals(shown) ? "page" : "false");
  }

  private static List<Row> found(List<Row> rows, String query) {
    return rows.stream().filter(row -> holds(row.toString(), query)).toList();
  }

  private static boolean holds(String text, String query) {
    return text.toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT));
  }

  private static List<Group> groups(List<Row> rows, Instant now) {
    List<Group> groups = new ArrayList<>();
    Instant week = now.plus(THIS_WEEK);
    add(groups, "Overdue", rows.stream().filter(row -> row.state().equals("stop")).toList());
    List<Row> rest = rows.stream().filter(row -> !row.state().equals("stop")).toList();
    add(groups, "Due this week", rest.stream().filter(row -> dueBefore(row, week)).toList());
    add(groups, "Later", rest.stream().filter(row -> !dueBefore(row, week)).toList());
    return groups;
  }

  private static boolean dueBefore(Row row, Instant end) {
    return !row.dueIso().isEmpty() && Instant.parse(row.dueIso()).isBefore(end);
  }

  private static void add(List<Group> groups, String heading, List<Row> rows) {
    if (!rows.isEmpty()) groups.add(new Group(heading, heading.equals("Overdue"), rows));
  }

  /** A line a question, however many people are asked it. */
  private List<Waiting> waiting(Person person, List<HumanTask> kept, Instant now) {
    return Stream.concat(
            inbox.others(person, requests.open(person.subject())).stream(), kept.stream())
        .distinct()
        .collect(
            Collectors.groupingBy(
                task -> task.modelVersion() + " " + task.key(),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(tasks -> waiting(tasks, now))
        .toList();
  }

  private Waiting waiting(List<HumanTask> tasks, Instant now) {
    HumanTask task = tasks.get(0);
    return new Waiting(
        task.id(),
        decisions.question(task),
        decisions.line(task).about(),
        asked.names(tasks),
        Moment.length(Duration.between(task.createdAt(), now)),
        task.dueAt().map(due -> Moment.of(due, now).day()).orElse("none"),
        VersionLink.of(task.modelVersion()));
  }

  private static Done done(DoneDecision decision, Instant now) {
    Moment at = Moment.of(decision.signedAt(), now);
    return new Done(
        decision.taskId(),
        VersionLink.words(decision.modelVersion()),
        decision.outcome().replace('-', ' '),
        at.day(),
        at.iso(),
        VersionLink.of(decision.modelVersion()));
  }

  private static String empty(String view, String query, List<Waiting> waiting) {
    if (!query.isEmpty()) {
      return "Nothing here holds “"
          + query
          + "”. Search for a part of a name, a version or a digest.";
    }
    return switch (view) {
      case "waiting" -> "You wait for nobody.";
      case "done" -> "You have signed nothing yet.";
      default ->
          waiting.isEmpty()
              ? "Nothing needs you. What comes here, and what you may do meanwhile:"
              : "Nothing needs you. Others are asked about what you wait for, below.";
    };
  }

  /** Nothing was searched for: what the person may expect. */
  private static List<Coming> coming(String view, String query, Person person) {
    return view.equals("mine") && query.isEmpty() ? Coming.to(person) : List.of();
  }

  private static List<String> roles(Person person) {
    return person.memberships().stream().map(Membership::words).sorted().toList();
  }
}
