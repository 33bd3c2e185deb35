package io.sallyport.diagrams;

import io.sallyport.diagrams.proof.Frame;
import io.sallyport.diagrams.proof.Guard;
import io.sallyport.diagrams.proof.Net;
import io.sallyport.diagrams.proof.SideBranches;
import io.sallyport.diagrams.proof.Walk;
import io.sallyport.rules.Finding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the token game shows about a release: no way round a gate, every code caught, never two
 * tokens in one place, an end from everywhere, every node reachable (S09 to S13). Each breach comes
 * with the shortest way to it. Moves through the engine's interface, migration and wrong data lie
 * outside: for them the ledger is checked again before deployment.
 */
public record Proof(List<Breach> breaches, int states) {

  /** A finding, and the ids of the elements on the shortest way to it. */
  public record Breach(Finding finding, List<String> path) {}

  public Proof {
    breaches = List.copyOf(breaches);
  }

  public static Proof of(Release release) {
    List<Breach> breaches = new ArrayList<>();
    int states = 0;
    for (Diagram diagram : release.roots()) {
      Net net = new Net(release, diagram, "");
      Walk walk = new Walk(net);
      states += walk.states();
      breaches.addAll(shape(release, net, walk));
      Guard.ALL.forEach(guard -> wayRound(release, diagram, guard).ifPresent(breaches::add));
    }
    return new Proof(breaches, states);
  }

  /** Nothing was found: the release is proved. */
  public boolean holds() {
    return breaches.isEmpty();
  }

  public List<Finding> findings() {
    return breaches.stream().map(Breach::finding).toList();
  }

  private static Optional<Breach> wayRound(Release release, Diagram diagram, Guard guard) {
    Net net = new Net(release, diagram, guard.passed());
    BitSet target = net.target(guard.target());
    return new Walk(net)
        .wayTo(target)
        .map(
            path ->
                breach(
                    "proof/no-way-round-a-gate",
                    guard.target(),
                    path,
                    "only after " + guard.passed()));
  }

  private static List<Breach> shape(Release release, Net net, Walk walk) {
    List<Breach> breaches = new ArrayList<>();
    net.findings().stream()
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .forEach(finding -> breaches.add(new Breach(finding, List.of(finding.subject()))));
    if (!walk.isComplete()) {
      String limit = Walk.STATES_MAX + " states";
      breaches.add(breach("proof/few-states", "the net", List.of(), limit));
      return breaches;
    }
    walk.wayToADouble()
        .map(path -> breach("proof/one-token-a-place", last(path), path, "one token"))
        .ifPresent(breaches::add);
    walk.wayToADeadEnd()
        .map(path -> breach("proof/always-an-end", last(path), path, "an end within reach"))
        .ifPresent(breaches::add);
    breaches.addAll(besides(release, net, walk));
    return breaches;
  }

  private static List<Breach> besides(Release release, Net net, Walk walk) {
    List<Breach> breaches = new ArrayList<>();
    BitSet visited = walk.visited();
    for (Frame frame : net.frames()) {
      SideBranches branches = new SideBranches(frame.diagram(), release.allowList());
      Set<Node> beside = branches.nodes();
      frame.nodes().stream()
          .filter(branches.loud()::contains)
          .map(node -> breach("proof/reminders-only-remind", node.id(), List.of(), "a quiet step"))
          .forEach(breaches::add);
      frame.nodes().stream()
          .filter(node -> !beside.contains(node) && !isReached(net, frame, node, visited))
          .map(node -> breach("proof/every-node-is-reached", node.id(), List.of(), "a way to it"))
          .forEach(breaches::add);
    }
    return breaches.stream().distinct().toList();
  }

  private static boolean isReached(Net net, Frame frame, Node node, BitSet visited) {
    if (node.kind() != NodeKind.BOUNDARY) return frame.at(node).intersects(visited);
    if (node.has("error")) return net.isEntered(node);
    return node.attachedTo()
        .flatMap(frame.diagram()::node)
        .filter(activity -> frame.at(activity).intersects(visited))
        .isPresent();
  }

  private static Breach breach(String rule, String subject, List<String> path, String limit) {
    String way = path.isEmpty() ? "not so" : "reached by " + String.join(" → ", path);
    return new Breach(new Finding(rule, subject, way, limit), path);
  }

  private static String last(List<String> path) {
    return path.isEmpty() ? "the start" : path.get(path.size() - 1);
  }
}
