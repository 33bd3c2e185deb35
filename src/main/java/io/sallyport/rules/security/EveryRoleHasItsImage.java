package io.sallyport.rules.security;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.security.ImageFacts.Role;
import java.util.Arrays;
import java.util.List;

/** S10: processing, training and inference each name the image that does it. */
public final class EveryRoleHasItsImage implements Rule<SecurityFacts> {

  @Override
  public String id() {
    return "gate-2/every-role-has-its-image";
  }

  @Override
  public List<Finding> check(SecurityFacts facts) {

    return Arrays.stream(Role.values())
        .filter(role -> facts.images().stream().noneMatch(image -> image.role() == role))
        .map(role -> finding("image for " + role, "not named", "one image at least"))
        .toList();
  }
}
