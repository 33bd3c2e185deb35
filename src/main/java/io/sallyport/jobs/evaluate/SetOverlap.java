package io.sallyport.jobs.evaluate;

import io.sallyport.rules.technical.Evaluation;
import io.sallyport.rules.technical.EvaluationPlan;
import io.sallyport.rules.technical.statistics.NearCopies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the held-out set shares with the training set: rows, near copies of rows, groups. */
final class SetOverlap {

  private static final int PLACES = 6;

  private SetOverlap() {}

  static Evaluation.Overlap of(
      EvaluationSet train, EvaluationSet heldOut, List<Boolean> numeric, EvaluationPlan plan) {
    NearCopies copies = new NearCopies(train.features(), heldOut.features(), numeric, plan.seed());
    return new Evaluation.Overlap(
        exactDuplicates(train, heldOut),
        copies.compared(),
        copies.near(),
        share(copies.near(), copies.compared()),
        plan.groupColumn().flatMap(column -> groupsInBoth(column, train, heldOut)));
  }

  private static long exactDuplicates(EvaluationSet train, EvaluationSet heldOut) {
    Set<Long> trained = new HashSet<>(train.keys());
    return heldOut.keys().stream().filter(trained::contains).count();
  }

  private static String share(long near, long compared) {
    if (compared == 0) return BigDecimal.ZERO.setScale(PLACES).toPlainString();
    return BigDecimal.valueOf(near)
        .divide(BigDecimal.valueOf(compared), PLACES, RoundingMode.CEILING)
        .toPlainString();
  }

  private static Optional<Long> groupsInBoth(
      String column, EvaluationSet train, EvaluationSet heldOut) {
    List<String> trained = train.kept().get(column);
    List<String> heldBack = heldOut.kept().get(column);
    if (trained == null || heldBack == null) return Optional.empty();
    Set<String> both = new HashSet<>(trained);
    both.retainAll(new HashSet<>(heldBack));
    return Optional.of((long) both.size());
  }
}
