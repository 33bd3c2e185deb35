package io.sallyport.web.operations;

import io.sallyport.authority.Moment;
import io.sallyport.web.operations.OwnIncidents.Incident;
import io.sallyport.workflow.Retried;
import io.sallyport.workflow.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A step that needed a person, and what became of it.
 *
 * @param state how it is coloured; empty while it is being tried
 * @param tag the state in words
 * @param cause what went wrong, in the words of what failed; empty once it went on
 * @param tries how often the system tried it before it asked for a person; 0 once it went on
 * @param tried the retries, newest first
 */
record IncidentPage(
    String id,
    String title,
    String state,
    String tag,
    String versionPage,
    String step,
    String cause,
    String effect,
    String since,
    String technical,
    int tries,
    List<Tried> tried) {

  static IncidentPage of(Incident incident, Instant now) {
    return incident
        .open()
        .map(trouble -> of(trouble, incident.retries(), now))
        .orElseGet(() -> closed(incident.retries(), now));
  }

  /** A step that has not passed. */
  static IncidentPage of(Trouble trouble, List<Retried> retries, Instant now) {
    boolean stuck = trouble.needsAPerson();
    return new IncidentPage(
        trouble.id(),
        Tried.version(trouble.modelVersion()) + ": “" + trouble.step() + "” failed",
        stuck ? "stop" : "",
        stuck ? "Needs a person" : "Being tried now",
        Tried.link(trouble.modelVersion()),
        trouble.step(),
        trouble.cause(),
        stuck
            ? "The case waits at this step. It is tried no more by itself."
            : "The step is being tried. Look again in a moment.",
        Moment.length(Duration.between(trouble.since(), now)),
        trouble.process() + ", activity " + trouble.activity() + ", job " + trouble.id(),
        trouble.tries(),
        tried(retries, List.of(trouble), now));
  }

  /** A step that is tried no more: it passed, or its case went another way. */
  private static IncidentPage closed(List<Retried> retries, Instant now) {
    Retried last = retries.get(0);
    return new IncidentPage(
        last.job(),
        Tried.version(last.modelVersion()) + ": " + last.activity().replace('-', ' '),
        last.passed() ? "ok" : "",
        last.passed() ? "Step finished" : Tried.ANOTHER_WAY,
        Tried.link(last.modelVersion()),
        last.activity().replace('-', ' '),
        "",
        last.passed() ? "The case went on after this step." : "Nothing waits at this step.",
        "",
        "activity " + last.activity() + ", job " + last.job(),
        0,
        tried(retries, List.of(), now));
  }

  private static List<Tried> tried(List<Retried> retries, List<Trouble> open, Instant now) {
    return retries.stream().map(one -> Tried.of(one, open, now)).toList();
  }

  public boolean isOpen() {
    return state.equals("stop");
  }
}
