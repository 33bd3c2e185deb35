package io.sallyport.jobs.scan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The formats that we read, each by the ending of its name; the content must then be exactly that.
 */
enum Format {
  TRIBUO,
  JSON,
  XGBOOST_JSON,
  SAFETENSORS,
  PICKLE,
  TORCH;

  private static final int JSON_BYTES_MAX = 16 * 1024 * 1024;
  private static final Map<String, Format> BY_ENDING =
      Map.of(
          "pb", TRIBUO,
          "json", JSON,
          "safetensors", SAFETENSORS,
          "pkl", PICKLE,
          "pickle", PICKLE,
          "joblib", PICKLE,
          "pt", TORCH,
          "pth", TORCH);

  /** The format of a member of this name. */
  static Optional<Format> of(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return Optional.ofNullable(BY_ENDING.get(ending));
  }

  /** Whether a file of this format can be the model, not only a description beside it. */
  boolean isModel() {
    return this != JSON;
  }

  /** Reads the content to its last byte; the answer is what it turned out to be. */
  Format read(byte[] content) throws NotUnderstood {
    switch (this) {
      case TRIBUO -> TribuoModel.read(content);
      case SAFETENSORS -> SafeTensors.read(content);
      case PICKLE -> Pickle.read(content, PickleGlobals.SKLEARN);
      case TORCH -> TorchArchive.read(content);
      case JSON, XGBOOST_JSON -> {
        Set<String> names = JsonText.read(content, TarArchive.MEMBER_BYTES_MAX);
        boolean xgboost = names.equals(Set.of("learner", "version"));
        if (!xgboost && content.length > JSON_BYTES_MAX) {
          throw new NotUnderstood(
              "json", content.length + " bytes", "%d bytes".formatted(JSON_BYTES_MAX));
        }
        return xgboost ? XGBOOST_JSON : JSON;
      }
    }
    return this;
  }

  String inWords() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
