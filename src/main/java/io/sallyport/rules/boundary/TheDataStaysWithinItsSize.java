package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S05: the data is small enough to be copied to its digest, which one step must do. */
public final class TheDataStaysWithinItsSize implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/the-data-stays-within-its-size";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.live().stream()
        .flatMap(live -> live.versions().stream())
        .filter(version -> version.sizeBytes() > version.sizeBytesMax())
        .map(
            version ->
                finding(
                    version.pointer(),
                    version.sizeBytes() + " bytes",
                    "at most " + version.sizeBytesMax() + " bytes"))
        .toList();
  }
}
