package io.sallyport.gates.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.models.Findings;
import io.sallyport.rules.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The results of Gate 1 with every number: for technical authority, authorizing official and
 * auditor only (design, trust 3).
 *
 * @param findings what the book found beside the metrics
 * @param closeCalls the metrics that passed by little
 */
public record TechnicalTable(
    String verdict,
    List<ThresholdBar> bars,
    long heldOutRows,
    long trainRows,
    int look,
    int maximumLooks,
    List<Finding> findings,
    List<String> closeCalls,
    String evaluationSha256) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** From the content of a packet, which the stage made of fact and evaluation. */
  public static TechnicalTable of(Map<?, ?> content) {
    return of(content, Map.of());
  }

  /** The same beside the results of the version in service. */
  public static TechnicalTable of(Map<?, ?> content, Map<?, ?> inService) {
    JsonNode json = MAPPER.valueToTree(content);
    Map<String, BigDecimal> before = measured(MAPPER.valueToTree(inService));
    List<ThresholdBar> bars = new ArrayList<>();
    json.path("metrics").forEach(metric -> bars.add(bar(metric, before)));
    return new TechnicalTable(
        json.path("verdict").asText(),
        bars,
        json.path("rows").asLong(),
        json.path("trainRows").asLong(),
        json.path("look").asInt(),
        json.path("floors").path("maximumLooks").asInt(),
        Findings.read(json.path("findings")),
        bars.stream().filter(bar -> bar.state().equals("watch")).map(ThresholdBar::name).toList(),
        json.path("evaluationSha256").asText());
  }

  /** {@code 3 of 3 proven}. */
  public String summary() {
    long proven = bars.stream().filter(bar -> !bar.state().equals("stop")).count();
    return proven + " of " + bars.size() + " proven";
  }

  /** How the strip is coloured. */
  public String state() {
    if (bars.stream().anyMatch(bar -> bar.state().equals("stop"))) return "stop";
    return closeCalls.isEmpty() ? "ok" : "watch";
  }

  /**
   * {@code 4 better, 1 worse}, said of the version that is asked for; empty: nothing to compare.
   */
  public String againstInService() {
    long worse = compared().filter(ThresholdBar.Before::worse).count();
    long better = compared().count() - worse;
    if (better + worse == 0) return "";
    if (worse == 0) return better + " as good or better";
    return better == 0 ? worse + " worse" : better + " as good or better, " + worse + " worse";
  }

  /** Whether any metric is worse than that of the version in service. */
  public boolean isWorse() {
    return compared().anyMatch(ThresholdBar.Before::worse);
  }

  public boolean isCompared() {
    return compared().findAny().isPresent();
  }

  private Stream<ThresholdBar.Before> compared() {
    return bars.stream().flatMap(bar -> bar.before().stream());
  }

  private static Map<String, BigDecimal> measured(JsonNode technical) {
    Map<String, BigDecimal> measured = new HashMap<>();
    for (JsonNode metric : technical.path("metrics")) {
      if (metric.has("measured")) {
        measured.put(
            metric.path("subject").asText(), new BigDecimal(metric.path("measured").asText()));
      }
    }
    return measured;
  }

  private static ThresholdBar bar(JsonNode metric, Map<String, BigDecimal> before) {
    String name = metric.path("subject").asText();
    String threshold = metric.path("threshold").asText();
    if (!metric.has("measured")) return ThresholdBar.notMeasured(name, threshold);
    return ThresholdBar.of(
        new Measurement(
            name,
            new BigDecimal(threshold),
            new BigDecimal(metric.path("measured").asText()),
            new BigDecimal(metric.path("lower").asText()),
            new BigDecimal(metric.path("upper").asText()),
            metric.path("n").asLong(),
            Optional.ofNullable(before.get(name)),
            metric.path("direction").asText()));
  }
}
