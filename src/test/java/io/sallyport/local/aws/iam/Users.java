package io.sallyport.local.aws.iam;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.protocol.AwsError;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.StatusType;

/** Users and their keys. */
final class Users {

  private final Environment environment;

  Users(Environment environment) {
    this.environment = environment;
  }

  synchronized CreateUserResponse create(CreateUserRequest request, Call call) {
    if (environment.identities().users().contains(request.userName())) {
      throw new AwsError(
          "EntityAlreadyExists", 409, "User with name " + request.userName() + " already exists.");
    }
    User user =
        new User(
            request.userName(),
            "AIDA" + environment.ids().upper(17),
            environment.clock().instant());
    environment.identities().users().put(user.name(), user);
    return CreateUserResponse.builder().user(shape(user)).build();
  }

  private User find(String name) {
    return environment
        .identities()
        .users()
        .find(name)
        .orElseThrow(() -> Roles.missing("The user with name " + name + " cannot be found."));
  }

  GetUserResponse get(GetUserRequest request, Call call) {
    return GetUserResponse.builder().user(shape(find(request.userName()))).build();
  }

  CreateAccessKeyResponse createKey(CreateAccessKeyRequest request, Call call) {
    User user = find(request.userName());
    AccessKey key = environment.identities().keyOf(user.arn());
    return CreateAccessKeyResponse.builder()
        .accessKey(
            shape ->
                shape
                    .accessKeyId(key.id())
                    .secretAccessKey(key.secret())
                    .userName(user.name())
                    .status(StatusType.ACTIVE)
                    .createDate(key.created()))
        .build();
  }

  PutUserPolicyResponse putPolicy(PutUserPolicyRequest request, Call call) {
    environment
        .identities()
        .policies()
        .put(find(request.userName()).arn(), request.policyName(), request.policyDocument());
    return PutUserPolicyResponse.builder().build();
  }

  private static software.amazon.awssdk.services.iam.model.User shape(User user) {
    return software.amazon.awssdk.services.iam.model.User.builder()
        .userName(user.name())
        .userId(user.id())
        .path("/")
        .arn(user.arn())
        .createDate(user.created())
        .build();
  }
}
