package io.sallyport.rules.boundary;

import io.sallyport.rules.boundary.Submission.ObjectVersion;
import java.util.LinkedHashMap;
import java.util.Map;

/** The objects that a submission names, by the JSON pointer of each. */
final class Sources {

  private Sources() {}

  static Map<String, ObjectVersion> of(Submission submission) {
    Map<String, ObjectVersion> named = new LinkedHashMap<>();
    named.put("/data/source", submission.data().source());
    submission.data().holdout().ifPresent(ready -> named.put("/data/holdout", ready));
    return named;
  }
}
