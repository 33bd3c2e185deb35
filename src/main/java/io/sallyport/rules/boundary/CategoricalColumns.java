package io.sallyport.rules.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a training image learns which columns are categorical though they hold numbers: one
 * hyperparameter, a JSON list of their names. That a column is numeric shows in its values.
 */
public final class CategoricalColumns {

  public static final String HYPERPARAMETER = "categorical-columns";

  private static final JsonMapper MAPPER = new JsonMapper();

  private CategoricalColumns() {}

  /** The hyperparameter's value; empty if no column is fixed as categorical. */
  public static Optional<String> of(Submission.DataSource data) {
    List<String> names =
        data.columns().entrySet().stream()
            .filter(column -> column.getValue().equals("categorical"))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(json(names));
  }

  private static String json(List<String> names) {
    try {
      return MAPPER.writeValueAsString(names);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A list of texts is JSON", impossible);
    }
  }
}
