package io.sallyport.rules.security;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/** S10: each image carries a signature in force, by a trusted profile, over its digest and size. */
public final class ImagesAreSignedByATrustedProfile implements Rule<SecurityFacts> {

  @Override
  public String id() {
    return "gate-2/images-are-signed-by-a-trusted-profile";
  }

  @Override
  public List<Finding> check(SecurityFacts facts) {

    return facts.images().stream().flatMap(image -> check(image, facts)).toList();
  }

  private Stream<Finding> check(ImageFacts image, SecurityFacts facts) {
    SignatureCheck check =
        new SignatureCheck(image.digest(), image.manifestSizeBytes(), facts.trust().imageSigners());
    String subject = "signature of " + image.role() + " image " + image.reference();
    return check.breaches(image.signature()).stream()
        .map(breach -> finding(subject, breach.value(), breach.limit()));
  }
}
