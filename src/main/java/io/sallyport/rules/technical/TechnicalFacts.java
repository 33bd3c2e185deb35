package io.sallyport.rules.technical;

/**
 * All that Gate 1 judges (S09).
 *
 * @param plan the plan as it was fixed before training
 * @param floors of the tier, from {@code gate-1-thresholds}
 * @param look which look at this held-out set this is, counted per program from 1
 * @param fixed digests of the sets as they were fixed before training
 * @param floorsOf the tier by which the floors were looked up; empty: not recorded
 * @param tier of the submission: {@code routine}, {@code significant} or {@code critical}
 */
public record TechnicalFacts(
    EvaluationPlan plan,
    Evaluation evaluation,
    Floors floors,
    int look,
    FixedSets fixed,
    String floorsOf,
    String tier) {}
