package io.sallyport.models.pages;

import io.sallyport.authority.Moment;
import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.Flow;
import io.sallyport.diagrams.Marks;
import io.sallyport.diagrams.Node;
import io.sallyport.workflow.Whereabouts.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A diagram with the way of one case on it, and the same in words.
 *
 * @param way the stations of the whole way; empty for a part of it
 * @param svg drawn by the server: no script, no style, every text escaped
 * @param path the visited steps in their order, for small screens and readers
 * @param words the whole diagram in words
 */
record WhereItIs(
    String id, String title, List<WayStop> way, String svg, List<Stop> path, List<String> words) {

  /**
   * A step on the way.
   *
   * @param state {@code ok} passed, {@code you} here, {@code stop} failed
   */
  record Stop(String state, String name, String note, String day, String iso) {}

  /** {@code over}: whether the life of the version has come to an end. */
  static WhereItIs of(Diagram diagram, List<Visit> visits, boolean over, Instant now) {
    List<Visit> own =
        visits.stream().filter(visit -> visit.process().equals(diagram.id())).toList();
    return new WhereItIs(
        diagram.id(),
        diagram.name(),
        WayStop.of(diagram, own, over, now),
        diagram
            .svg(marks(diagram, own))
            .replaceFirst("<svg ", "<svg class=\"sp-dia sp-dia--path\" "),
        path(diagram, own, now),
        diagram.inWords().lines().toList());
  }

  private static Marks marks(Diagram diagram, List<Visit> visits) {
    Set<String> passed = new HashSet<>();
    Set<String> current = new HashSet<>();
    Set<String> failed = new HashSet<>();
    for (Visit visit : visits) {
      if (visit.isOpen()) current.add(visit.activity());
      else if (isFailure(visit)) failed.add(visit.activity());
      else if (!visit.canceled()) passed.add(visit.activity());
    }
    Set<String> seen = new HashSet<>(passed);
    seen.addAll(current);
    seen.addAll(failed);
    for (Flow flow : diagram.flows()) {
      boolean left = passed.contains(flow.source()) || failed.contains(flow.source());
      if (left && seen.contains(flow.target())) passed.add(flow.id());
    }
    return new Marks(passed, current, failed);
  }

  static boolean isFailure(Visit visit) {
    return visit.kind().equals("boundaryError") || visit.kind().equals("errorEndEvent");
  }

  /** The last visit of each named step; gateways and waiting loops are told once. */
  private static List<Stop> path(Diagram diagram, List<Visit> visits, Instant now) {
    List<Stop> path = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Visit visit : visits) {
      String name = diagram.node(visit.activity()).map(Node::name).orElse("");
      if (name.isEmpty() || !told.add(visit.activity())) continue;
      boolean isHere =
          visits.stream()
              .anyMatch(other -> other.activity().equals(visit.activity()) && other.isOpen());
      Moment at = Moment.of(visit.enteredAt(), now);
      String state = isHere ? "you" : isFailure(visit) ? "stop" : visit.canceled() ? "" : "ok";
      String note = isHere ? "here since" : visit.canceled() ? "broken off" : "";
      path.add(new Stop(state, name, note, at.day(), at.iso()));
    }
    return path;
  }
}
