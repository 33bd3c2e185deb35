package io.sallyport.rules.security;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * S10, design trust 6: who built each image is known; an unknown builder is never 'no conflict'.
 */
public final class TheImageBuilderIsKnown implements Rule<SecurityFacts> {

  @Override
  public String id() {
    return "gate-2/the-image-builder-is-known";
  }

  @Override
  public List<Finding> check(SecurityFacts facts) {

    return facts.images().stream()
        .filter(image -> image.builder().isBlank())
        .map(
            image ->
                finding(
                    "builder of " + image.role() + " image " + image.reference(),
                    "unknown",
                    "a named person or pipeline"))
        .toList();
  }
}
