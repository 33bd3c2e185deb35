package io.sallyport.rules.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is meant where a submission says nothing. The published schema tells the same. */
final class SubmissionDefaults {

  private static final String DELIMITER = ",";
  private static final int MODULUS = 5;
  private static final int REMAINDER = 0;

  private SubmissionDefaults() {}

  /** A copy of the document in which nothing of that is left open. */
  static JsonNode in(JsonNode document) {
    JsonNode complete = document.deepCopy();
    ObjectNode data = complete.withObject("/data");
    if (!data.has("delimiter")) data.put("delimiter", DELIMITER);
    if (!data.has("columns")) data.putObject("columns");
    if (!data.has("dropColumns")) data.putArray("dropColumns");
    if (!data.has("split") && !data.has("holdout")) {
      data.putObject("split").put("modulus", MODULUS).put("remainder", REMAINDER);
    }
    ObjectNode training = complete.withObject("/training");
    if (!training.has("hyperparameters")) training.putObject("hyperparameters");
    ObjectNode endpoint = complete.withObject("/endpoint");
    if (!endpoint.has("consumers")) endpoint.putArray("consumers");
    return complete;
  }
}
