package io.sallyport.gates.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a submission asks for, a line each, as people compare it: in the order of its life. */
final class AskedSettings {

  private static final int DIGEST_SHOWN = 12;

  private final JsonNode submission;
  private final JsonNode terms;
  private final UnaryOperator<String> principal;
  private final Map<String, String> lines = new LinkedHashMap<>();

  private AskedSettings(JsonNode content, UnaryOperator<String> principal) {
    this.submission = content.path("submission");
    this.terms = content.path("terms");
    this.principal = principal;
  }

  /**
   * The settings by their name.
   *
   * @param content holds the submission, the digest of the data that were copied, and of a version
   *     in service the terms that it was authorized on
   * @param principal how a principal is called
   */
  static Map<String, String> of(JsonNode content, UnaryOperator<String> principal) {
    AskedSettings settings = new AskedSettings(content, principal);
    settings.add("Purpose", settings.text("/envelope/purpose"));
    settings.data(content.path("dataSha256").asText());
    settings.training();
    settings.endpoint();
    return settings.lines;
  }

  private void data(String sha256) {
    add("Training data", text("/data/source/uri"));
    add("Training data, SHA-256", shortened(sha256));
    add("Label", text("/data/label"));
    add("Columns left out", list("/data/dropColumns"));
    add("Kinds fixed by hand", map(submission.at("/data/columns")));
    add("Groups kept together", text("/data/groupColumn"));
    add("Held out", split(submission.at("/data/split")));
  }

  private void training() {
    add("Training image", image("/containers/training"));
    add("Script version", text("/training/scriptVersion"));
    submission
        .at("/training/hyperparameters")
        .fields()
        .forEachRemaining(one -> add("Parameter " + one.getKey(), one.getValue().asText()));
    add("Trained on", text("/training/instanceCount") + " × " + text("/training/instanceType"));
    for (JsonNode metric : submission.at("/evaluation/metrics")) {
      add("Threshold of " + subject(metric), metric.path("threshold").asText());
    }
  }

  private void endpoint() {
    add("Inference image", image("/containers/inference"));
    add("Endpoint", text("/endpoint/name"));
    add(
        "Instances",
        text("/endpoint/minimumInstances")
            + " to "
            + text("/endpoint/maximumInstances")
            + " of "
            + text("/endpoint/instanceType"));
    List<String> callers = new ArrayList<>();
    JsonNode consumers =
        terms.has("consumers") ? terms.path("consumers") : submission.at("/endpoint/consumers");
    consumers.forEach(one -> callers.add(principal.apply(one.asText())));
    add("Who may call it", String.join(", ", callers));
    add("Network", list("/network/subnets") + "; " + list("/network/securityGroups"));
    add("Key", text("/encryption/key"));
    add("Roles", text("/roles/training") + ", " + text("/roles/serving"));
    add(
        "Authorization ends",
        terms.has("expires") ? terms.path("expires").asText() : text("/envelope/expires"));
  }

  private void add(String name, String value) {
    if (!value.isBlank()) lines.put(name, value);
  }

  private String text(String pointer) {
    return submission.at(pointer).asText("");
  }

  private String list(String pointer) {
    List<String> values = new ArrayList<>();
    submission.at(pointer).forEach(one -> values.add(one.asText()));
    return String.join(", ", values);
  }

  private static String map(JsonNode node) {
    List<String> values = new ArrayList<>();
    node.fields()
        .forEachRemaining(one -> values.add(one.getKey() + ": " + one.getValue().asText()));
    return String.join(", ", values);
  }

  private static String split(JsonNode split) {
    if (!split.has("modulus")) return "";
    return "1 row in "
        + split.path("modulus").asText()
        + ", remainder "
        + split.path("remainder").asText();
  }

  private static String subject(JsonNode metric) {
    JsonNode slice = metric.path("slice");
    String name = metric.path("name").asText();
    return slice.has("column")
        ? name + ", " + slice.path("column").asText() + " " + slice.path("value").asText()
        : name;
  }

  /** Without the registry's address, and the digest short: the whole of it is in the packet. */
  private String image(String pointer) {
    String reference = text(pointer);
    int at = reference.lastIndexOf('@');
    if (at < 0) return reference;
    String repository = reference.substring(reference.indexOf('/') + 1, at);
    return repository + "@sha256:" + shortened(reference.substring(at + "@sha256:".length()));
  }

  private static String shortened(String digest) {
    return digest.length() <= DIGEST_SHOWN ? digest : digest.substring(0, DIGEST_SHOWN) + "…";
  }
}
