package io.sallyport.authority.inbox;

import io.sallyport.authority.Asked;
import io.sallyport.authority.Decision;
import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Decisions;
import io.sallyport.authority.Inbox;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Names;
import io.sallyport.authority.Packet;
import io.sallyport.authority.Person;
import io.sallyport.authority.SignedDecision;
import io.sallyport.authority.VersionLink;
import io.sallyport.authority.inbox.DecisionPage.Evidence;
import io.sallyport.authority.inbox.DecisionPage.Signer;
import io.sallyport.rules.Finding;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the decision page of a task for one person. */
@Component
class DecisionPages {

  private final Decisions decisions;
  private final Inbox inbox;
  private final Asked asked;
  private final Names names;
  private final Clock clock;

  DecisionPages(Decisions decisions, Inbox inbox, Asked asked, Names names, Clock clock) {
    this.decisions = decisions;
    this.inbox = inbox;
    this.asked = asked;
    this.names = names;
    this.clock = clock;
  }

  /** The form of a task, filled with what was answered. */
  FormPage form(DecisionRequest request, Map<String, String> answers) {
    FormFile form = FormFile.of(request.task().key());
    Map<String, List<FormPage.Offer>> principals = new HashMap<>();
    for (FormFile.Component field : form.fields()) {
      String key = field.keyOrEmpty();
      principals.put(key, offers(decisions.principals(request, key)));
    }
    return FormPage.of(form, new FormPage.Offers(request.choices(), principals), answers);
  }

  private List<FormPage.Offer> offers(List<String> principals) {
    return principals.stream().map(one -> new FormPage.Offer(one, names.principal(one))).toList();
  }

  /** The limits of a decision as they are read before they are signed: ids, and names beside. */
  List<SignPage.Limit> limits(DecisionRequest request, Decision decision) {
    if (decision.limits().isEmpty()) return List.of();
    FormFile form = FormFile.of(request.task().key());
    return decision.limits().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(limit -> new SignPage.Limit(form.label(limit.getKey()), lines(limit.getValue())))
        .toList();
  }

  private List<String> lines(String value) {
    return value.lines().map(this::named).toList();
  }

  private String named(String principal) {
    String name = names.principal(principal);
    return name.equals(principal) ? principal : name + ", " + principal;
  }

  DecisionPage of(DecisionRequest request, Person person, FormPage form, List<Finding> changes) {
    Instant now = clock.instant();
    HumanTask task = request.task();
    String due = task.dueAt().map(at -> "due " + relative(at, now)).orElse("no due date");
    String version = VersionLink.words(task.modelVersion());
    return new DecisionPage(
        request.question(),
        task.id(),
        task.name() + ": " + version,
        VersionLink.of(task.modelVersion()),
        decisions.view(request, person),
        due,
        task.dueAt().map(at -> "Due " + Moment.of(at, now).day()).orElse("It waits for you"),
        signers(request, person, now),
        request.bars().stream().map(bar -> words(bar, task)).distinct().toList(),
        form,
        changes,
        request.packetSha256(),
        request.packet().modelDigest(),
        evidence(request.packet()));
  }

  /** Everybody who is asked: those who signed first, and all others in one line. */
  private List<Signer> signers(DecisionRequest request, Person person, Instant now) {
    List<Signer> signers = new ArrayList<>();
    List<String> signed = new ArrayList<>();
    for (SignedDecision one : request.signed()) {
      signed.add(one.person());
      String did = "signed: " + one.outcome().replace('-', ' ');
      signers.add(new Signer(names.of(one.person()), did, at(one.signedAt(), now), true));
    }
    List<HumanTask> others = new ArrayList<>();
    for (HumanTask beside : inbox.beside(request.task())) {
      String who = beside.assignee().orElse("");
      if (signed.contains(who)) continue;
      boolean you = who.equals(person.subject()) || (who.isEmpty() && request.bars().isEmpty());
      if (you) signers.add(you());
      else others.add(beside);
    }
    if (!others.isEmpty()) signers.add(new Signer(asked.names(others), "is asked", "", false));
    return signers;
  }

  private static Signer you() {
    return new Signer("You", "are asked", "you had no part in this version", false);
  }

  private static String at(Instant signedAt, Instant now) {
    return Moment.of(signedAt, now).day();
  }

  private static String relative(Instant due, Instant now) {
    Moment moment = Moment.of(due, now);
    return moment.past() ? moment.relative() + ", overdue" : moment.relative();
  }

  /** Why somebody may not decide, without ids. */
  private String words(Finding bar, HumanTask task) {
    if (bar.value().startsWith("someone who ")) {
      return "You "
          + bar.value().substring("someone who ".length())
          + ". "
          + "Whoever had a part in a version does not decide about it.";
    }
    return "It is put before " + asked.names(List.of(task)) + ". You may read it.";
  }

  private static List<Evidence> evidence(Packet packet) {
    return packet.evidence().stream()
        .map(
            item -> {
              String[] parts = item.name().split(" ", 2);
              String words = parts.length == 2 ? parts[1] : item.name();
              return new Evidence(parts[0], sentence(words), item.sha256());
            })
        .toList();
  }

  static String sentence(String kind) {
    String words = kind.replace('-', ' ');
    return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
