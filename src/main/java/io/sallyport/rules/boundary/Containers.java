package io.sallyport.rules.boundary;

import java.util.LinkedHashMap;
import java.util.Map;

/** The images that a submission names, by the JSON pointer of each. */
final class Containers {

  private Containers() {}

  static Map<String, String> of(Submission submission) {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("/containers/training", submission.containers().training());
    named.put("/containers/inference", submission.containers().inference());
    return named;
  }
}
