package io.sallyport.rules.security;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.regex.Pattern;

/** S10: each image says from which base image it was built, by digest. */
public final class TheBaseImageIsDocumented implements Rule<SecurityFacts> {

  private static final Pattern PINNED = Pattern.compile("[^@\\s]+@sha256:[0-9a-f]{64}");

  @Override
  public String id() {
    return "gate-2/the-base-image-is-documented";
  }

  @Override
  public List<Finding> check(SecurityFacts facts) {

    return facts.images().stream()
        .filter(image -> !PINNED.matcher(image.baseImage()).matches())
        .map(
            image ->
                finding(
                    "base of " + image.role() + " image " + image.reference(),
                    image.baseImage().isBlank() ? "not documented" : image.baseImage(),
                    "a reference by digest"))
        .toList();
  }
}
