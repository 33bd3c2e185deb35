package io.sallyport.diagrams.proof;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.Flow;
import io.sallyport.diagrams.Node;
import io.sallyport.diagrams.NodeKind;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One scope of the net: a process, a sub-process, or a called process at the place of its call. It
 * lives while one of its places holds a token; when none does, its host goes on.
 */
public final class Frame {

  private final Diagram diagram;
  private final String scope;
  private final Optional<Host> host;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Map<String, Frame> inner = new LinkedHashMap<>();
  private final BitSet members = new BitSet();
  private final BitSet exit = new BitSet();
  private boolean blocked;

  /** The activity of another frame that this frame is the inside of. */
  record Host(Frame frame, Node node) {}

  Frame(Diagram diagram, String scope, Optional<Host> host) {
    this.diagram = diagram;
    this.scope = scope;
    this.host = host;
  }

  public Diagram diagram() {
    return diagram;
  }

  Optional<Host> host() {
    return host;
  }

  Map<String, Frame> inner() {
    return inner;
  }

  BitSet members() {
    return members;
  }

  /** Where the token goes when the last one inside has ended; empty if nobody waits for it. */
  BitSet exit() {
    return exit;
  }

  /** The host never ends normally, in a net that asks what happens without it. */
  void block() {
    blocked = true;
  }

  /** The frame that may end with this one: where the host has no flow out. */
  Optional<Frame> endsWith() {
    return exit.isEmpty() && !blocked ? host.map(Host::frame) : Optional.empty();
  }

  public List<Node> nodes() {
    return diagram.nodes().stream().filter(node -> node.scope().equals(scope)).toList();
  }

  void addPlace(String key, int place) {
    places.put(key, place);
    addMember(place);
  }

  private void addMember(int place) {
    members.set(place);
    host.ifPresent(found -> found.frame().addMember(place));
  }

  /** Does a process of this id already run around this frame? */
  boolean isWithin(String process) {
    return diagram.id().equals(process)
        || host.filter(found -> found.frame().isWithin(process)).isPresent();
  }

  boolean isJoin(Node node) {
    return node.kind() == NodeKind.PARALLEL && diagram.into(node).count() > 1;
  }

  /** All places at which a token is in this node. */
  public BitSet at(Node node) {
    Frame inside = inner.get(node.id());
    if (inside != null) return inside.members;
    Stream<String> keys = isJoin(node) ? diagram.into(node).map(Flow::id) : Stream.of(node.id());
    return bits(keys);
  }

  /** The places that a token takes when it leaves a node by all of its flows. */
  BitSet after(Node node) {
    BitSet union = new BitSet();
    diagram.from(node).map(this::along).forEach(union::or);
    return union;
  }

  /** The places that a token takes along one flow. */
  BitSet along(Flow flow) {
    Optional<Node> target = diagram.node(flow.target());
    if (target.isEmpty()) return new BitSet();
    Frame inside = inner.get(flow.target());
    if (inside != null) return inside.entry();
    return bits(Stream.of(isJoin(target.get()) ? flow.id() : flow.target()));
  }

  /** The places at the start of this frame; a start by message is none for a called process. */
  BitSet entry() {
    List<Node> starts = nodes().stream().filter(node -> node.kind() == NodeKind.START).toList();
    BitSet union = new BitSet();
    starts.stream()
        .filter(start -> host.isEmpty() || !start.has("message"))
        .map(this::at)
        .forEach(union::or);
    return union;
  }

  private BitSet bits(Stream<String> keys) {
    BitSet bits = new BitSet();
    keys.flatMap(key -> Optional.ofNullable(places.get(key)).stream()).forEach(bits::set);
    return bits;
  }
}
