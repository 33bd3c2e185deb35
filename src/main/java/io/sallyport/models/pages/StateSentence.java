package io.sallyport.models.pages;

import io.sallyport.authority.Moment;
import io.sallyport.models.ModelVersion;
import io.sallyport.workflow.HumanTask;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a version stands, in two sentences (F31): who does what by when, otherwise what; and
 * whether anything is needed from whoever reads it.
 *
 * @param state {@code ok}, {@code watch}, {@code stop} or {@code info}
 */
record StateSentence(String state, String headline, String detail) {

  /**
   * What the sentence speaks of.
   *
   * @param tasks what people are asked about it now
   * @param asked who is asked, by name
   * @param step the name of the innermost step it is at
   * @param job the kind of a job that runs for it
   * @param because why it was archived
   * @param trouble why it stands still
   */
  record Situation(
      ModelVersion version,
      List<HumanTask> tasks,
      String asked,
      String step,
      Optional<String> job,
      String because,
      Instant expires,
      Optional<String> trouble) {}

  static StateSentence of(Situation at, Instant now) {
    return switch (at.version().state()) {
      case IN_PROGRESS -> onItsWay(at, now);
      case IN_SERVICE -> inService(at, now);
      case SUSPENDED -> suspended(at, now);
      case ARCHIVED ->
          stop(
              "It was archived: " + at.because(),
              "It can never be promoted. Put right what is named, and submit a new version.");
      case RETURNED -> returned(at.version().submitterName());
      case WITHDRAWN ->
          info(
              at.version().submitterName() + " withdrew it",
              "Its jobs were stopped; its registry entry is rejected. Nothing is needed.");
      case SUPERSEDED -> info("A newer version took its place", "It was ended. Nothing is needed.");
      case NOT_DEPLOYED ->
          stop(
              "It was not deployed: the ledger did not confirm it",
              "A security alert was raised. An operator looks at it; it answers nobody.");
      case RETIRED ->
          info("It was retired", "Its endpoint is deleted. A new version needs all gates.");
    };
  }

  private static StateSentence stop(String headline, String detail) {
    return new StateSentence("stop", headline, detail);
  }

  private static StateSentence info(String headline, String detail) {
    return new StateSentence("info", headline, detail);
  }

  private static StateSentence inService(Situation at, Instant now) {
    return new StateSentence(
        "ok",
        "It answers at " + endpoint(at) + " until " + Moment.of(at.expires(), now).day(),
        "Its authorization ends then; after that nobody is answered. "
            + (at.tasks().isEmpty() ? "Nothing is needed now." : waits(at, now) + "."));
  }

  private static StateSentence suspended(Situation at, Instant now) {
    return stop(
        "It is stopped: nobody is answered at " + endpoint(at),
        at.tasks().isEmpty()
            ? "The permission to invoke is taken away. Nobody is asked at this moment."
            : waits(at, now) + ". " + meanwhile(at.tasks().get(0)));
  }

  private static String meanwhile(HumanTask task) {
    return task.key().endsWith("-after-episode")
        ? "Until then it stays suspended. Whoever asked for the decision does not make it."
        : "Until then it stays stopped. Whoever stopped it does not decide about it.";
  }

  private static StateSentence returned(String submitter) {
    return new StateSentence(
        "watch",
        "An authority sent it back to " + submitter,
        "It was not failed. Submit a new version that names this one as returned.");
  }

  private static String endpoint(Situation at) {
    return at.version().submission().endpoint().name();
  }

  private static StateSentence onItsWay(Situation at, Instant now) {
    if (at.trouble().isPresent()) {
      return new StateSentence(
          "watch",
          "It stands still at “" + at.step() + "” until an operator has looked",
          "The step failed and is tried no more by itself: " + at.trouble().get());
    }
    if (!at.tasks().isEmpty()) return asked(at, now);
    if (at.job().isPresent()) {
      return info(
          "It waits for the " + at.job().get() + " job to end",
          "Its end wakes the case within seconds; otherwise the job is looked at every 15 minutes."
              + " Nothing is needed from anybody.");
    }
    return info(
        "The system works on “" + at.step() + "”",
        "It goes on by itself, usually within seconds; a step that fails is tried again 5 times,"
            + " then an operator is asked. Nothing is needed from anybody.");
  }

  private static StateSentence asked(Situation at, Instant now) {
    boolean review = at.tasks().get(0).key().equals("review-findings");
    return info(
        waits(at, now),
        (review
                ? "If nobody reviews in 30 days, Gate 2 fails and it is archived."
                : "If too few decide in 30 days, Gate 3 fails and it is archived.")
            + " A reminder goes out every day after the due date. Nothing is needed from "
            + at.version().submitterName()
            + ".");
  }

  /** {@code It waits for Alice Ames to decide on promotion and sign, by Nov 25, 18:00}. */
  private static String waits(Situation at, Instant now) {
    HumanTask first = at.tasks().get(0);
    String what = first.name().substring(0, 1).toLowerCase(Locale.ROOT) + first.name().substring(1);
    String by = first.dueAt().map(due -> ", by " + Moment.of(due, now).day()).orElse("");
    return "It waits for " + at.asked() + " to " + what + by;
  }
}
