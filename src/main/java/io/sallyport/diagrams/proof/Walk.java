package io.sallyport.diagrams.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every state that a net can come to, nearest first, so that the first path to anything is a
 * shortest one. The whole family has under 1,000 states; the limit is for a hostile draft.
 */
public final class Walk {

  public static final int STATES_MAX = 50_000;

  private final Net net;
  private final Map<BitSet, Optional<Step>> found = new LinkedHashMap<>();
  private final Map<BitSet, Set<BitSet>> before = new HashMap<>();
  private Optional<List<String>> doubled = Optional.empty();
  private boolean complete = true;

  /** How a state was first come to. */
  private record Step(BitSet previous, String label) {}

  public Walk(Net net) {
    this.net = net;
    Deque<BitSet> open = new ArrayDeque<>();
    for (BitSet beginning : net.beginnings()) {
      if (found.putIfAbsent(beginning, Optional.empty()) == null) open.add(beginning);
    }
    while (!open.isEmpty()) {
      if (found.size() > STATES_MAX) {
        complete = false;
        return;
      }
      follow(open.remove(), open);
    }
  }

  private void follow(BitSet state, Deque<BitSet> open) {
    for (Move move : net.moves()) {
      if (!move.isOpen(state)) continue;
      if (doubled.isEmpty() && move.doubles(state)) doubled = Optional.of(path(state, move));
      BitSet next = move.fire(state);
      before.computeIfAbsent(next, any -> new HashSet<>()).add(state);
      if (found.containsKey(next)) continue;
      found.put(next, Optional.of(new Step(state, move.label())));
      open.add(next);
    }
  }

  public int states() {
    return found.size();
  }

  /** False if the limit was reached: then nothing is proved. */
  public boolean isComplete() {
    return complete;
  }

  /** All places that ever hold a token. */
  public BitSet visited() {
    BitSet union = new BitSet();
    found.keySet().forEach(union::or);
    return union;
  }

  /** The shortest way to a token in one of these places. */
  public Optional<List<String>> wayTo(BitSet places) {
    return found.keySet().stream()
        .filter(state -> state.intersects(places))
        .findFirst()
        .map(this::path);
  }

  /** The shortest way to a second token where there is one. */
  public Optional<List<String>> wayToADouble() {
    return doubled;
  }

  /** The shortest way to a state from which no end can be reached. */
  public Optional<List<String>> wayToADeadEnd() {
    Set<BitSet> ending = new HashSet<>();
    Deque<BitSet> open = new ArrayDeque<>(List.of(new BitSet()));
    while (!open.isEmpty()) {
      BitSet state = open.remove();
      if (ending.add(state)) open.addAll(before.getOrDefault(state, Set.of()));
    }
    return found.keySet().stream()
        .filter(state -> !ending.contains(state))
        .findFirst()
        .map(this::path);
  }

  private List<String> path(BitSet state, Move move) {
    List<String> path = new ArrayList<>(path(state));
    path.add(move.label());
    return path;
  }

  private List<String> path(BitSet state) {
    List<String> path = new ArrayList<>();
    Optional<Step> step = found.getOrDefault(state, Optional.empty());
    while (step.isPresent()) {
      path.add(step.get().label());
      step = found.getOrDefault(step.get().previous(), Optional.empty());
    }
    Collections.reverse(path);
    return path;
  }
}
