package io.sallyport.jobs.drift;

import io.sallyport.rules.drift.Baseline;
import io.sallyport.rules.drift.Counted;
import io.sallyport.rules.drift.Window;
import io.sallyport.rules.drift.WindowPlan;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Counts captured requests into a window: nothing of a request is kept but counts. */
final class WindowCount {

  private final WindowPlan plan;
  private final Instant from;
  private final Instant to;
  private final Set<String> own;
  private final List<Tally> features;
  private final Tally answers;
  private final Optional<Tally> confidence;
  private long rows;
  private long leftOut;
  private long unreadable;

  WindowCount(WindowPlan plan, Baseline baseline) {
    this.plan = plan;
    this.from = Instant.parse(plan.from());
    this.to = Instant.parse(plan.to());
    this.own = new HashSet<>(plan.ownInferenceIds());
    this.features = baseline.features().stream().map(WindowCount::tally).toList();
    this.answers = tally(baseline.answers());
    this.confidence = baseline.confidence().map(WindowCount::tally);
  }

  private static Tally tally(Counted column) {
    return new Tally(column.bins());
  }

  /** Counts one line of a capture file. Files hold whole hours: what is outside is not meant. */
  void add(String line) {
    Optional<CapturedRequest> request = CapturedRequest.of(line);
    if (request.isEmpty()) {
      unreadable++;
    } else if (isInside(request.get().at())) {
      add(request.get());
    }
  }

  private boolean isInside(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  private void add(CapturedRequest request) {
    if (own.contains(request.inferenceId())) {
      leftOut++;
      return;
    }
    List<List<String>> asked = request.rows();
    List<Answer> answered = request.answers();
    if (isWhole(asked, answered)) {
      for (int i = 0; i < asked.size(); i++) count(asked.get(i), answered.get(i));
    } else {
      unreadable++;
    }
  }

  private boolean isWhole(List<List<String>> asked, List<Answer> answered) {
    return !asked.isEmpty()
        && asked.size() == answered.size()
        && asked.stream().allMatch(row -> row.size() == features.size());
  }

  private void count(List<String> row, Answer answer) {
    rows++;
    for (int i = 0; i < row.size(); i++) {
      Tally feature = features.get(i);
      feature.count(feature.bin(row.get(i)));
    }
    answers.count(answers.bin(answer.text()));
    OptionalDouble score = answer.confidence();
    confidence.ifPresent(tally -> tally.count(tally.bin(score.orElse(Double.NaN))));
  }

  Window window() {
    return new Window(
        plan.baselineSha256(),
        plan.from(),
        plan.to(),
        rows,
        leftOut,
        unreadable,
        features.stream().map(Tally::counts).toList(),
        answers.counts(),
        confidence.map(Tally::counts).orElse(List.of()));
  }
}
