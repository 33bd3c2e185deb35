package io.sallyport.local;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;

/** What a role's own policies say of an endpoint, read as an administrator of the account would. */
public final class InvokeRights {

  private InvokeRights() {}

  /** {@code Allow}, {@code Deny}; empty: not a word. */
  public static List<String> of(IamClient iam, String role, String endpoint) {
    return documents(iam, role)
        .filter(document -> document.contains(":endpoint/" + endpoint + "\""))
        .map(document -> document.replaceAll(".*\"Effect\":\"(\\w+)\".*", "$1"))
        .toList();
  }

  /** All inline policies of the role, as JSON. */
  public static Stream<String> documents(IamClient iam, String role) {
    return iam.listRolePolicies(list -> list.roleName(role)).policyNames().stream()
        .map(name -> iam.getRolePolicy(get -> get.roleName(role).policyName(name)))
        .map(found -> URLDecoder.decode(found.policyDocument(), StandardCharsets.UTF_8));
  }
}
