package io.sallyport.local.aws;

import java.util.List;
import java.util.Map;

/**
 * What a call needs: an action on a resource, and the condition keys that only this call knows, for
 * example {@code iam:PassedToService}.
 */
public record Permission(String action, String resource, Map<String, List<String>> context) {

  /** Needs nothing: everybody may. */
  public static final Permission NONE = new Permission("", "");

  public Permission(String action, String resource) {
    this(action, resource, Map.of());
  }

  /** For calls that hand a role to a service. */
  public static Permission passRole(String roleArn, String servicePrincipal) {
    return new Permission(
        "iam:PassRole", roleArn, Map.of("iam:PassedToService", List.of(servicePrincipal)));
  }
}
