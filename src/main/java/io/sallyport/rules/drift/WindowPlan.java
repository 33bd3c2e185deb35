package io.sallyport.rules.drift;

import java.util.List;

/**
 * What the job {@code compare} counts: {@code plan.json}.
 *
 * @param baselineSha256 of the {@code baseline.json} that it is given
 * @param from start, ISO 8601
 * @param to end, exclusive
 * @param ownInferenceIds requests of the product's own, which are left out
 */
public record WindowPlan(
    String baselineSha256, String from, String to, List<String> ownInferenceIds) {

  public WindowPlan {
    ownInferenceIds = List.copyOf(ownInferenceIds);
  }
}
