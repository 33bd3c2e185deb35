package io.sallyport.models.pages;

import io.sallyport.authority.Moment;
import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.Node;
import io.sallyport.diagrams.NodeKind;
import io.sallyport.workflow.Whereabouts.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A station of the whole way, as the diagram calls other diagrams: training, the gates, deployment.
 *
 * @param state how it is coloured; empty: not reached, or left
 */
record WayStop(String state, String name, String note) {

  static final String NOT_YET = "not reached";
  static final String NEVER = "did not come to it";

  /** {@code over}: whether what was not reached never will be. */
  static List<WayStop> of(Diagram diagram, List<Visit> visits, boolean over, Instant now) {
    boolean failed = visits.stream().anyMatch(WhereItIs::isFailure);
    List<WayStop> way = new ArrayList<>();
    for (Node node : diagram.nodes()) {
      if (node.kind() != NodeKind.CALL) continue;
      way.add(
          last(node, visits)
              .map(visit -> stop(node, visit, failed, now))
              .orElseGet(() -> new WayStop("", node.name(), over ? NEVER : NOT_YET)));
    }
    return way;
  }

  private static Optional<Visit> last(Node node, List<Visit> visits) {
    return visits.stream()
        .filter(visit -> visit.activity().equals(node.id()))
        .reduce((earlier, later) -> later);
  }

  private static WayStop stop(Node node, Visit visit, boolean failed, Instant now) {
    if (visit.isOpen()) {
      return new WayStop("you", node.name(), "here since " + day(visit.enteredAt(), now));
    }
    String left = day(visit.leftAt().orElse(now), now);
    if (!visit.canceled()) return new WayStop("ok", node.name(), "passed " + left);
    return new WayStop(failed ? "stop" : "", node.name(), (failed ? "no: " : "broken off ") + left);
  }

  private static String day(Instant at, Instant now) {
    return Moment.of(at, now).day();
  }
}
