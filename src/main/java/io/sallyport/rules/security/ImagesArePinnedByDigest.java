package io.sallyport.rules.security;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.regex.Pattern;

/** S10, S01: each image is named by digest, and the registry holds exactly that digest. */
public final class ImagesArePinnedByDigest implements Rule<SecurityFacts> {

  private static final Pattern PINNED = Pattern.compile("[^@\\s]+@sha256:[0-9a-f]{64}");

  @Override
  public String id() {
    return "gate-2/images-are-pinned-by-digest";
  }

  @Override
  public List<Finding> check(SecurityFacts facts) {

    return facts.images().stream()
        .filter(image -> !pinned(image))
        .map(
            image ->
                finding(
                    image.role() + " image " + image.reference(),
                    image.digest().isBlank() ? "not in the registry" : image.digest(),
                    "registry/repository@sha256:… with the digest that the registry holds"))
        .toList();
  }

  private static boolean pinned(ImageFacts image) {
    return PINNED.matcher(image.reference()).matches()
        && image.reference().endsWith("@" + image.digest());
  }
}
