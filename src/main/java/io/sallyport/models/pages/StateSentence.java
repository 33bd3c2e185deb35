package io.sallyport.models.pages;

import io.sallyport.authority.Membership;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Names;
import io.sallyport.models.ModelVersion;
import io.sallyport.workflow.HumanTask;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a version stands, in two sentences (F31): who does what by when, otherwise what; and
 * whether anything is needed from whoever reads it.
 *
 * @param state {@code ok}, {@code watch}, {@code stop} or {@code info}
 */
record StateSentence(String state, String headline, String detail) {

  /** What the sentence speaks of. */
  record Situation(
      ModelVersion version,
      List<HumanTask> tasks,
      String step,
      Optional<String> job,
      String because,
      Instant expires,
      Optional<String> trouble) {}

  static StateSentence of(Situation at, Names names, Instant now) {
    ModelVersion version = at.version();
    String endpoint = version.submission().endpoint().name();
    return switch (version.state()) {
      case IN_PROGRESS -> onItsWay(at, names, now);
      case IN_SERVICE ->
          new StateSentence(
              "ok",
              "It answers at " + endpoint + " until " + Moment.of(at.expires(), now).day(),
              "Its authorization ends then; after that nobody is answered. Nothing is needed now.");
      case SUSPENDED ->
          new StateSentence(
              "stop",
              "It is stopped: nobody is answered at " + endpoint,
              at.tasks().isEmpty()
                  ? "The permission to invoke is being taken away; then a second person is asked."
                  : waits(at.tasks(), names, now) + ". Until then it stays stopped.");
      case ARCHIVED ->
          new StateSentence(
              "stop",
              "It was archived: " + at.because(),
              "It can never be promoted. Put right what is named, and submit a new version.");
      case RETURNED ->
          new StateSentence(
              "watch",
              "An authority sent it back to " + version.submitterName(),
              "It was not failed. Submit a new version that names this one as returned.");
      case WITHDRAWN ->
          new StateSentence(
              "info",
              version.submitterName() + " withdrew it",
              "Its jobs were stopped; its registry entry is rejected. Nothing is needed.");
      case SUPERSEDED ->
          new StateSentence(
              "info", "A newer version took its place", "It was ended. Nothing is needed.");
      case NOT_DEPLOYED ->
          new StateSentence(
              "stop",
              "It was not deployed: the ledger did not confirm it",
              "A security alert was raised. An operator looks at it; it answers nobody.");
      case RETIRED ->
          new StateSentence(
              "info", "It was retired", "Its endpoint is deleted. A new version needs all gates.");
    };
  }

  private static StateSentence onItsWay(Situation at, Names names, Instant now) {
    if (at.trouble().isPresent()) {
      return new StateSentence(
          "watch",
          "It stands still at “" + at.step() + "” until an operator has looked",
          "The step failed and is tried no more by itself: " + at.trouble().get());
    }
    if (!at.tasks().isEmpty()) {
      boolean first = at.tasks().get(0).key().equals("review-findings");
      return new StateSentence(
          "info",
          waits(at.tasks(), names, now),
          (first
                  ? "If nobody reviews in 30 days, Gate 2 fails and it is archived."
                  : "If too few decide in 30 days, Gate 3 fails and it is archived.")
              + " A reminder goes out every day after the due date. Nothing is needed from "
              + at.version().submitterName()
              + ".");
    }
    if (at.job().isPresent()) {
      return new StateSentence(
          "info",
          "It waits for the " + at.job().get() + " job to end",
          "Its end wakes the case within seconds; otherwise the job is looked at every 15 minutes."
              + " Nothing is needed from anybody.");
    }
    return new StateSentence(
        "info",
        "The system works on “" + at.step() + "”",
        "It goes on by itself, usually within seconds; a step that fails is tried again 5 times,"
            + " then an operator is asked. Nothing is needed from anybody.");
  }

  /** {@code It waits for Alice Ames to decide on promotion and sign, by Nov 25, 18:00}. */
  private static String waits(List<HumanTask> tasks, Names names, Instant now) {
    HumanTask first = tasks.get(0);
    String who =
        tasks.stream()
            .flatMap(task -> who(task, names).stream())
            .distinct()
            .collect(Collectors.joining(" or "));
    String what = first.name().substring(0, 1).toLowerCase(Locale.ROOT) + first.name().substring(1);
    String by = first.dueAt().map(due -> ", by " + Moment.of(due, now).day()).orElse("");
    return "It waits for " + who + " to " + what + by;
  }

  private static List<String> who(HumanTask task, Names names) {
    if (task.assignee().isPresent()) return List.of(names.of(task.assignee().get()));
    List<String> members =
        task.candidateGroups().stream()
            .flatMap(group -> names.members(group).stream())
            .distinct()
            .toList();
    if (!members.isEmpty()) return members;
    return task.candidateGroups().stream()
        .flatMap(group -> Membership.of(group).stream())
        .map(one -> "a " + one.role().word().replace('-', ' ') + " of " + one.program())
        .toList();
  }
}
