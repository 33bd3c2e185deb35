package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** S01, S04: the named version of the data exists and is encrypted with KMS. */
public final class TheDataIsThere implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/the-data-is-there";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.live().stream().flatMap(live -> check(live).stream()).toList();
  }

  private List<Finding> check(LiveFacts live) {
    List<Finding> findings = new ArrayList<>();
    for (LiveFacts.StoredVersion version : live.versions()) {
      if (!version.found()) {
        String value =
            "no version " + Shown.of(version.versionId()) + " of " + Shown.of(version.uri());
        findings.add(finding(version.pointer(), value, "an object version that exists"));
      } else if (!version.encryption().equals("aws:kms")) {
        String value = "encrypted by " + Shown.of(version.encryption());
        findings.add(finding(version.pointer(), value, "encrypted by aws:kms"));
      }
    }
    return findings;
  }
}
