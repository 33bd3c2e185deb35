package io.sallyport.local.aws.iam;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.protocol.AwsQuery;
import io.sallyport.local.aws.protocol.Protocol;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;

/** IAM: users, roles, their policies, and what these would allow. */
public final class Iam implements Service {

  private final Protocol protocol = new AwsQuery("https://iam.amazonaws.com/doc/2010-05-08/");
  private final Roles roles;
  private final Users users;
  private final RolePolicies rolePolicies;
  private final ManagedPolicies managed;
  private final Simulation simulation;

  public Iam(Environment environment) {
    this.roles = new Roles(environment);
    this.users = new Users(environment);
    this.rolePolicies = new RolePolicies(environment, roles);
    this.managed = new ManagedPolicies(environment, roles);
    this.simulation = new Simulation(environment);
  }

  @Override
  public String name() {
    return "iam";
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  private static String role(String name) {
    return Arn.iam("role/" + name);
  }

  private static String user(String name) {
    return Arn.iam("user/" + name);
  }

  @Override
  public List<Operation<?>> operations() {
    return Stream.of(principals(), ownPolicies(), managedPolicies())
        .<Operation<?>>flatMap(List::stream)
        .toList();
  }

  private List<Operation<?>> principals() {
    return List.of(
        Operation.of("CreateRole", CreateRoleRequest::builder, roles::create)
            .on(r -> role(r.roleName())),
        Operation.of("GetRole", GetRoleRequest::builder, roles::get).on(r -> role(r.roleName())),
        Operation.of("ListRoles", ListRolesRequest::builder, roles::list),
        Operation.of("DeleteRole", DeleteRoleRequest::builder, roles::delete)
            .on(r -> role(r.roleName())),
        Operation.of(
                "UpdateAssumeRolePolicy",
                UpdateAssumeRolePolicyRequest::builder,
                roles::updateTrust)
            .on(r -> role(r.roleName())),
        Operation.of("CreateUser", CreateUserRequest::builder, users::create)
            .on(r -> user(r.userName())),
        Operation.of("GetUser", GetUserRequest::builder, users::get).on(r -> user(r.userName())),
        Operation.of("CreateAccessKey", CreateAccessKeyRequest::builder, users::createKey)
            .on(r -> user(r.userName())));
  }

  private List<Operation<?>> ownPolicies() {
    return List.of(
        Operation.of("PutRolePolicy", PutRolePolicyRequest::builder, rolePolicies::put)
            .on(r -> role(r.roleName())),
        Operation.of("GetRolePolicy", GetRolePolicyRequest::builder, rolePolicies::get)
            .on(r -> role(r.roleName())),
        Operation.of("ListRolePolicies", ListRolePoliciesRequest::builder, rolePolicies::list)
            .on(r -> role(r.roleName())),
        Operation.of("DeleteRolePolicy", DeleteRolePolicyRequest::builder, rolePolicies::delete)
            .on(r -> role(r.roleName())),
        Operation.of("PutUserPolicy", PutUserPolicyRequest::builder, users::putPolicy)
            .on(r -> user(r.userName())),
        Operation.of(
                "SimulatePrincipalPolicy",
                SimulatePrincipalPolicyRequest::builder,
                simulation::simulate)
            .on(SimulatePrincipalPolicyRequest::policySourceArn));
  }

  private List<Operation<?>> managedPolicies() {
    return List.of(
        Operation.of("CreatePolicy", CreatePolicyRequest::builder, managed::create)
            .on(r -> Arn.iam("policy/" + r.policyName())),
        Operation.of("GetPolicy", GetPolicyRequest::builder, managed::get)
            .on(GetPolicyRequest::policyArn),
        Operation.of("GetPolicyVersion", GetPolicyVersionRequest::builder, managed::getVersion)
            .on(GetPolicyVersionRequest::policyArn),
        Operation.of("AttachRolePolicy", AttachRolePolicyRequest::builder, managed::attach)
            .on(r -> role(r.roleName())),
        Operation.of("DetachRolePolicy", DetachRolePolicyRequest::builder, managed::detach)
            .on(r -> role(r.roleName())),
        Operation.of(
                "ListAttachedRolePolicies",
                ListAttachedRolePoliciesRequest::builder,
                managed::attached)
            .on(r -> role(r.roleName())));
  }
}
