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
 * @param state how it is coloured; empty: not reached
 */
record WayStop(String state, String name, String note) {

  static List<WayStop> of(Diagram diagram, List<Visit> visits, Instant now) {
    boolean failed = visits.stream().anyMatch(WhereItIs::isFailure);
    List<WayStop> way = new ArrayList<>();
    for (Node node : diagram.nodes()) {
      if (node.kind() == NodeKind.CALL) way.add(stop(node, visits, failed, now));
    }
    return way;
  }

  private static WayStop stop(Node node, List<Visit> visits, boolean failed, Instant now) {
    Optional<Visit> last =
        visits.stream()
            .filter(visit -> visit.activity().equals(node.id()))
            .reduce((earlier, later) -> later);
    if (last.isEmpty()) return new WayStop("", node.name(), "");
    Visit visit = last.get();
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
