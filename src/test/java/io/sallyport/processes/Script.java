package io.sallyport.processes;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the steps of one case shall do, in turn, and which of them were carried out. */
final class Script {

  private final Map<String, Deque<Deed>> deeds = new ConcurrentHashMap<>();
  private final List<String> carriedOut = new CopyOnWriteArrayList<>();

  void add(String step, Deed... next) {
    deeds.computeIfAbsent(step, name -> new ConcurrentLinkedDeque<>()).addAll(List.of(next));
  }

  /** What the test said for this visit; else what is done when all is well. */
  Deed next(String step) {
    Deque<Deed> told = deeds.get(step);
    Deed deed = told == null ? null : told.poll();
    return deed == null ? AllIsWell.of(step) : deed;
  }

  void carriedOut(String step) {
    carriedOut.add(step);
  }

  /** The steps whose transaction was committed, in order. */
  List<String> carriedOut() {
    return List.copyOf(carriedOut);
  }
}
