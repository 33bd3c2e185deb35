package io.sallyport.local.aws.iam;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.policy.Document;
import io.sallyport.local.aws.protocol.AwsError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;

/** Roles. */
final class Roles {

  private static final int SESSION_SECONDS = 3600;

  private final Environment environment;

  Roles(Environment environment) {
    this.environment = environment;
  }

  synchronized CreateRoleResponse create(CreateRoleRequest request, Call call) {
    if (environment.identities().roles().contains(request.roleName())) {
      throw new AwsError(
          "EntityAlreadyExists", 409, "Role with name " + request.roleName() + " already exists.");
    }
    Document.parse(request.assumeRolePolicyDocument());
    Map<String, String> tags = new LinkedHashMap<>();
    request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
    Role role =
        new Role(
            request.roleName(),
            "AROA" + environment.ids().upper(17),
            request.path() == null ? "/" : request.path(),
            request.assumeRolePolicyDocument(),
            request.description() == null ? "" : request.description(),
            request.maxSessionDuration() == null ? SESSION_SECONDS : request.maxSessionDuration(),
            tags,
            environment.clock().instant());
    environment.identities().roles().put(role.name(), role);
    return CreateRoleResponse.builder().role(shape(role)).build();
  }

  Role find(String name) {
    return environment
        .identities()
        .roles()
        .find(name)
        .orElseThrow(() -> missing("The role with name " + name + " cannot be found."));
  }

  static AwsError missing(String message) {
    return new AwsError("NoSuchEntity", 404, message);
  }

  GetRoleResponse get(GetRoleRequest request, Call call) {
    return GetRoleResponse.builder().role(shape(find(request.roleName()))).build();
  }

  ListRolesResponse list(ListRolesRequest request, Call call) {
    String prefix = request.pathPrefix() == null ? "/" : request.pathPrefix();
    return ListRolesResponse.builder()
        .roles(
            environment.identities().roles().all().stream()
                .filter(role -> role.path().startsWith(prefix))
                .map(Roles::shape)
                .toList())
        .isTruncated(false)
        .build();
  }

  synchronized UpdateAssumeRolePolicyResponse updateTrust(
      UpdateAssumeRolePolicyRequest request, Call call) {
    Document.parse(request.policyDocument());
    Role old = find(request.roleName());
    environment
        .identities()
        .roles()
        .put(
            old.name(),
            new Role(
                old.name(),
                old.id(),
                old.path(),
                request.policyDocument(),
                old.description(),
                old.sessionSecondsMax(),
                old.tags(),
                old.created()));
    return UpdateAssumeRolePolicyResponse.builder().build();
  }

  synchronized DeleteRoleResponse delete(DeleteRoleRequest request, Call call) {
    Role role = find(request.roleName());
    if (!environment.identities().policies().names(role.arn()).isEmpty()) {
      throw new AwsError(
          "DeleteConflict", 409, "Cannot delete entity, must delete policies first.");
    }
    environment.identities().roles().remove(role.name());
    return DeleteRoleResponse.builder().build();
  }

  /** IAM gives policies percent-encoded (RFC 3986). */
  static String encoded(String document) {
    return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static software.amazon.awssdk.services.iam.model.Role shape(Role role) {
    return software.amazon.awssdk.services.iam.model.Role.builder()
        .roleName(role.name())
        .roleId(role.id())
        .path(role.path())
        .arn(role.arn())
        .description(role.description())
        .maxSessionDuration(role.sessionSecondsMax())
        .assumeRolePolicyDocument(encoded(role.trust()))
        .createDate(role.created())
        .tags(
            role.tags().entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }
}
