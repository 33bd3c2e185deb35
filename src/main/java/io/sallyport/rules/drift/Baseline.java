package io.sallyport.rules.drift;

import java.util.List;
import java.util.Optional;

/**
 * What a version was proven on, counted when Gate 1 evaluated it (S17): held-out rows, which it had
 * never seen, and its answers to them. Written as {@code baseline.json}.
 *
 * @param features in the order of a request's columns
 * @param answers predicted classes, or the values of a regression
 * @param confidence the highest score of each answer; empty where answers carry none
 * @param holdoutSha256 of the rows, as the job read them
 * @param predictionsSha256 of the answers
 */
public record Baseline(
    long rows,
    List<Counted> features,
    Counted answers,
    Optional<Counted> confidence,
    String holdoutSha256,
    String predictionsSha256) {

  public Baseline {
    features = List.copyOf(features);
  }
}
