package io.sallyport.processes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the steps of one case shall do, in turn, and which of them were carried out. */
final class Script {

  private final Map<String, Deque<Deed>> deeds = new ConcurrentHashMap<>();
  private final List<String> carriedOut = new ArrayList<>();

  void add(String step, Deed... next) {
    deeds.computeIfAbsent(step, name -> new ArrayDeque<>()).addAll(List.of(next));
  }

  /** What the test said for this visit; else what is done when all is well. */
  Deed next(String step) {
    Deed told = deeds.getOrDefault(step, new ArrayDeque<>()).poll();
    return told == null ? AllIsWell.of(step) : told;
  }

  void carriedOut(String step) {
    carriedOut.add(step);
  }

  /** The steps whose transaction was committed, in order. */
  List<String> carriedOut() {
    return List.copyOf(carriedOut);
  }
}
