package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * S06: the live image exists under exactly its digest, and a signature and a scan report refer to
 * it. Whether they hold, Gate 2 decides.
 */
public final class ImagesAreInTheRegistry implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/images-are-in-the-registry";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.live().stream().flatMap(live -> check(live).stream()).toList();
  }

  private List<Finding> check(LiveFacts live) {
    return live.images().stream().flatMap(image -> check(image).stream()).toList();
  }

  private List<Finding> check(LiveFacts.Image image) {
    if (image.digest().isEmpty()) {
      String value = "no image " + Shown.of(image.reference());
      return List.of(finding(image.pointer(), value, "an image in the registry"));
    }
    List<Finding> findings = new ArrayList<>();
    if (!image.reference().endsWith("@" + image.digest())) {
      findings.add(finding(image.pointer(), image.digest(), "the digest of its reference"));
    }
    if (!image.signed()) {
      findings.add(finding(image.pointer(), "not signed", "a Notation signature refers to it"));
    }
    if (!image.scanned()) {
      findings.add(finding(image.pointer(), "not scanned", "a Trivy report refers to it"));
    }
    return findings;
  }
}
