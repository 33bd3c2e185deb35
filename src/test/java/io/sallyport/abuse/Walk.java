package io.sallyport.abuse;

import io.sallyport.local.LocalBoundary;
import io.sallyport.local.aws.Faults;
import io.sallyport.local.aws.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks the steps of one case: each is carried out from the same prepared state with every fault at
 * every call that it makes, then again, as the engine does; after each try it crashes before its
 * commit, and after its commit it is asked for once more. The end must always be that of a try
 * without trouble.
 */
final class Walk {

  private static final Logger log = LoggerFactory.getLogger(Walk.class);

  private final LocalBoundary boundary;
  private final EngineByHand engine;
  private final String modelVersion;
  private final Faults faults;
  private final List<String> wrong = new ArrayList<>();
  private final Set<String> walked = new TreeSet<>();
  private int faultsMet;

  Walk(LocalBoundary boundary, EngineByHand engine, String modelVersion) {
    this.boundary = boundary;
    this.engine = engine;
    this.modelVersion = modelVersion;
    this.faults = boundary.aws().faults();
  }

  /** What ended otherwise than it should, by step, call and fault, since this was asked last. */
  List<String> wrong() {
    List<String> found = List.copyOf(wrong);
    wrong.clear();
    return found;
  }

  /** The steps that were walked, as {@code process/task}. */
  Set<String> walked() {
    return Set.copyOf(walked);
  }

  int faultsMet() {
    return faultsMet;
  }

  /** Walks the step and leaves everything as it was. */
  void rehearse(DueStep step) {
    Moment before = boundary.aws().moment();
    Ends ends = new Ends(boundary, modelVersion, before);
    faults.clear();
    Clean clean = new Clean(step, ends, engine.rehearse(step, ends));
    again(clean, "a crash before its commit");
    int call = 1;
    while (isStruck(clean, call, before)) {
      call++;
    }
    before.comeBack();
    walked.add(step.title());
    log.info("{} walked: {} calls, {} faults so far", step.title(), call - 1, faultsMet);
  }

  /** A step, and the end of a try without trouble. */
  private record Clean(DueStep step, Ends ends, End end) {}

  /** Does to the call with this number all that can be done; false when no try makes so many. */
  private boolean isStruck(Clean clean, int call, Moment before) {
    Optional<String> called = struck(clean, call, Strike.FIRST, before);
    called.ifPresent(
        name -> Strike.othersOn(name).forEach(strike -> struck(clean, call, strike, before)));
    return called.isPresent();
  }

  /** From the prepared state; the name of the call that was struck, if there was one. */
  private Optional<String> struck(Clean clean, int call, Strike strike, Moment before) {
    before.comeBack();
    strike.at(call, faults);
    Optional<End> end = end(clean);
    Optional<String> called = faults.order().stream().skip(call - 1L).findFirst();
    faults.clear();
    if (called.isPresent()) {
      faultsMet++;
      String what = "call %d, %s, %s".formatted(call, called.get(), strike);
      end.ifPresent(found -> compare(clean, what, found));
      again(clean, what);
    }
    return called;
  }

  /** Empty: the try failed, and the engine will try again. */
  private Optional<End> end(Clean clean) {
    try {
      return Optional.of(engine.rehearse(clean.step(), clean.ends()));
    } catch (RuntimeException triedAgain) {
      return Optional.empty();
    }
  }

  private void again(Clean clean, String after) {
    try {
      End found = engine.rehearse(clean.step(), clean.ends());
      compare(clean, after + ", tried again", found);
    } catch (RuntimeException stuck) {
      wrong(clean.step(), after + ", tried again", stuck.toString());
    }
  }

  private void compare(Clean clean, String after, End found) {
    found.differences(clean.end()).forEach(difference -> wrong(clean.step(), after, difference));
  }

  private void wrong(DueStep step, String after, String what) {
    String words = step.title() + ": " + after + ": " + what;
    log.warn(words);
    wrong.add(words);
  }

  /** Carries the step out for good; asked for once more, after its commit, it is gone. */
  void commit(DueStep step) {
    engine.execute(step);
    try {
      engine.execute(step);
      wrong(step, "a crash after its commit", "was carried out twice");
    } catch (RuntimeException gone) {
      if (!String.valueOf(gone.getMessage()).contains("No job found")) {
        wrong(step, "a crash after its commit", gone.toString());
      }
    }
  }
}
