package io.sallyport.diagrams.proof;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.Node;
import io.sallyport.diagrams.NodeKind;
import io.sallyport.diagrams.Release;
import io.sallyport.rules.Finding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A root process with all that it calls put in its place, as places and moves. Conditions are free
 * choices; a delegate may do its work or throw each of its codes; a message or a timer may come at
 * any moment. {@code blocked} names what can never end normally in this net.
 */
public final class Net {

  private final Release release;
  private final String blocked;
  private final Frame root;
  private final List<Frame> frames = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private final Set<Finding> findings = new HashSet<>();
  private final Set<String> entered = new HashSet<>();
  private int places;

  public Net(Release release, Diagram diagram, String blocked) {
    this.release = release;
    this.blocked = blocked;
    this.root = new Frame(diagram, diagram.id(), Optional.empty());
    place(root);
    frames.forEach(this::move);
  }

  public List<Frame> frames() {
    return frames;
  }

  List<Move> moves() {
    return moves;
  }

  /** What is wrong before a token has moved: codes that nobody catches, calls that lead nowhere. */
  public Set<Finding> findings() {
    return findings;
  }

  /** One state for each way to begin. */
  List<BitSet> beginnings() {
    return root.nodes().stream()
        .filter(node -> node.kind() == NodeKind.START)
        .map(root::at)
        .toList();
  }

  /** The places at which a token has just come to a node with this role. */
  public BitSet target(String role) {
    BitSet union = new BitSet();
    for (Frame frame : frames) {
      frame.nodes().stream()
          .filter(node -> node.role().filter(role::equals).isPresent())
          .map(node -> entry(frame, node))
          .forEach(union::or);
    }
    return union;
  }

  /** The catchers that an error of this net can come to. */
  public boolean isEntered(Node boundary) {
    return entered.contains(boundary.id());
  }

  private static BitSet entry(Frame frame, Node node) {
    Frame inside = frame.inner().get(node.id());
    return inside == null ? frame.at(node) : inside.entry();
  }

  private void place(Frame frame) {
    frames.add(frame);
    for (Node node : frame.nodes()) {
      Optional<Frame> inside = inside(frame, node);
      if (inside.isPresent()) {
        frame.inner().put(node.id(), inside.get());
        place(inside.get());
      } else if (frame.isJoin(node)) {
        frame.diagram().into(node).forEach(flow -> frame.addPlace(flow.id(), places++));
      } else if (node.kind() != NodeKind.BOUNDARY) {
        frame.addPlace(node.id(), places++);
      }
    }
  }

  private Optional<Frame> inside(Frame frame, Node node) {
    Optional<Frame.Host> host = Optional.of(new Frame.Host(frame, node));
    if (node.kind() == NodeKind.SUB_PROCESS) {
      return Optional.of(new Frame(frame.diagram(), node.id(), host));
    }
    if (node.kind() != NodeKind.CALL) return Optional.empty();
    String called = node.calledElement().orElse("");
    Optional<Diagram> process = release.process(called);
    if (process.isEmpty() || frame.isWithin(called)) {
      String limit = "a process of the release that does not call its caller";
      findings.add(new Finding("proof/calls-lead-somewhere", node.id(), called, limit));
      return Optional.empty();
    }
    return Optional.of(new Frame(process.get(), called, host));
  }

  private void move(Frame frame) {
    frame.nodes().forEach(node -> move(frame, node));
  }

  private void move(Frame frame, Node node) {
    switch (node.kind()) {
      case BOUNDARY -> {} // moves with its activity
      case END -> end(frame, node);
      case EXCLUSIVE, INCLUSIVE, EVENT_BASED -> choices(frame, node);
      default -> {
        leave(frame, node);
        throwing(node).forEach(code -> raise(frame, node, code));
        interruptions(frame, node);
      }
    }
  }

  private void choices(Frame frame, Node node) {
    frame
        .diagram()
        .from(node)
        .forEach(flow -> moves.add(Move.step(node.id(), frame.at(node), frame.along(flow))));
  }

  private void leave(Frame frame, Node node) {
    BitSet after = frame.after(node);
    Frame inside = frame.inner().get(node.id());
    if (isBlocked(node)) {
      if (inside != null) inside.block();
    } else if (inside != null) {
      inside.exit().or(after);
    } else if (after.isEmpty()) {
      moves.add(Move.end(node.id(), frame.at(node), frame)); // no flow out: it ends unseen
    } else {
      moves.add(Move.step(node.id(), frame.at(node), after));
    }
  }

  private boolean isBlocked(Node node) {
    return node.role().filter(blocked::equals).isPresent();
  }

  private Stream<String> throwing(Node node) {
    return node.bean().stream().flatMap(bean -> release.allowList().codes(bean).stream());
  }

  private void interruptions(Frame frame, Node node) {
    frame
        .diagram()
        .boundariesOf(node)
        .filter(boundary -> boundary.interrupts() && !boundary.has("error"))
        .forEach(
            boundary ->
                moves.add(Move.interruption(boundary.id(), frame.at(node), frame.after(boundary))));
  }

  private void end(Frame frame, Node node) {
    if (node.has("error")) {
      raise(frame, node, frame.diagram().errorCode(node).orElse(""));
    } else if (node.has("terminate")) {
      BitSet all = frame.members();
      moves.add(new Move(node.id(), frame.at(node), true, all, new BitSet(), Optional.of(frame)));
    } else {
      moves.add(Move.end(node.id(), frame.at(node), frame));
    }
  }

  /** An error looks for a catcher on its activity, then outwards, call by call. */
  private void raise(Frame frame, Node node, String code) {
    Optional<Frame.Host> around = Optional.of(new Frame.Host(frame, node));
    while (around.isPresent()) {
      Frame.Host here = around.get();
      Optional<Node> catcher = catcher(here, code);
      if (catcher.isPresent()) {
        caught(frame.at(node), node, here, catcher.get());
        return;
      }
      around = here.frame().host();
    }
    String limit = "caught on every path of calls";
    findings.add(new Finding("proof/every-code-is-caught", node.id(), code + ", uncaught", limit));
    BitSet all = root.members();
    moves.add(new Move(node.id(), frame.at(node), true, all, new BitSet(), Optional.empty()));
  }

  private Optional<Node> catcher(Frame.Host here, String code) {
    Diagram diagram = here.frame().diagram();
    return diagram
        .boundariesOf(here.node())
        .filter(boundary -> boundary.has("error"))
        .filter(boundary -> diagram.errorCode(boundary).map(code::equals).orElse(true))
        .findFirst();
  }

  private void caught(BitSet from, Node node, Frame.Host here, Node catcher) {
    entered.add(catcher.id());
    BitSet stopped = here.frame().at(here.node());
    BitSet to = here.frame().after(catcher);
    String label = node.id() + " → " + catcher.id();
    moves.add(new Move(label, from, true, stopped, to, Optional.empty()));
  }
}
