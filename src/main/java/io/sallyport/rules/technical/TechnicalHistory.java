package io.sallyport.rules.technical;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.rules.boundary.SubmissionReader;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers what Gate 1 judged out of recorded facts, so that anybody can judge again (S09, F08).
 *
 * @param submitted payload of {@code model-version-submitted}
 * @param fixed payload of {@code held-out-set-fixed}
 * @param verdict payload of {@code gate-1-passed} or {@code gate-1-failed}
 */
public record TechnicalHistory(JsonNode submitted, JsonNode fixed, JsonNode verdict) {

  /** What the book judges; {@code evaluation} is the document that the verdict names by digest. */
  public TechnicalFacts facts(Evaluation evaluation) {
    byte[] submission = submitted.path("submission").toString().getBytes(UTF_8);
    return new TechnicalFacts(
        EvaluationPlans.of(SubmissionReader.recorded(submission)),
        evaluation,
        floors(verdict.path("floors")),
        verdict.path("look").asInt(),
        fixedSets(fixed),
        verdict.path("tier").asText(),
        submitted.path("tier").asText());
  }

  /** The digests that were written down before training started. */
  public static FixedSets fixedSets(JsonNode fixed) {
    return new FixedSets(
        fixed.path("train").path("sha256").asText(), fixed.path("holdout").path("sha256").asText());
  }

  /** The floors that were in force, as the verdict carries them. */
  public static Floors floors(JsonNode recorded) {
    Map<String, String> thresholds = new TreeMap<>();
    recorded
        .path("thresholds")
        .properties()
        .forEach(metric -> thresholds.put(metric.getKey(), metric.getValue().asText()));
    return new Floors(
        recorded.path("minimumRows").asLong(),
        recorded.path("minimumRowsPerClass").asLong(),
        thresholds,
        recorded.path("maximumNearDuplicateShare").asText(),
        recorded.path("maximumLooks").asInt());
  }
}
