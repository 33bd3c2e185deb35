package io.sallyport.local.aws.sts;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.iam.AccessKey;
import io.sallyport.local.aws.iam.Role;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.AwsQuery;
import io.sallyport.local.aws.protocol.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** STS: who somebody is, and sessions of roles. */
public final class Sts implements Service {

  private static final int SESSION_SECONDS = 3600;
  private static final int SESSION_SECONDS_MIN = 900;

  private final Protocol protocol = new AwsQuery("https://sts.amazonaws.com/doc/2011-06-15/");
  private final Environment environment;

  public Sts(Environment environment) {
    this.environment = environment;
    environment
        .policies()
        .register(
            Arn.iam("role/"),
            "sts:",
            arn -> environment.identities().roleByArn(arn).map(Role::trust));
  }

  @Override
  public String name() {
    return "sts";
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Operation<?>> operations() {
    return List.of(
        Operation.of("GetCallerIdentity", GetCallerIdentityRequest::builder, Sts::identity)
            .needs((request, call) -> List.of(Permission.NONE)),
        Operation.of("AssumeRole", AssumeRoleRequest::builder, this::assume)
            .needs(
                (request, call) ->
                    List.of(
                        new Permission(
                            "sts:AssumeRole",
                            request.roleArn(),
                            Map.of("sts:RoleSessionName", List.of(request.roleSessionName()))))));
  }

  /** Everybody may ask who they are. */
  private static GetCallerIdentityResponse identity(GetCallerIdentityRequest request, Call call) {
    return GetCallerIdentityResponse.builder()
        .account(call.caller().account())
        .arn(call.caller().arn())
        .userId(call.caller().accessKeyId())
        .build();
  }

  private AssumeRoleResponse assume(AssumeRoleRequest request, Call call) {
    Role role = environment.identities().roleByArn(request.roleArn()).orElseThrow();
    int seconds = request.durationSeconds() == null ? SESSION_SECONDS : request.durationSeconds();
    if (seconds < SESSION_SECONDS_MIN || seconds > role.sessionSecondsMax()) {
      throw AwsError.bad(
          "ValidationError",
          "DurationSeconds is %d; the limit is %d to %d"
              .formatted(seconds, SESSION_SECONDS_MIN, role.sessionSecondsMax()));
    }
    AccessKey key =
        environment
            .identities()
            .session(role.arn(), request.roleSessionName(), Duration.ofSeconds(seconds));
    return AssumeRoleResponse.builder()
        .credentials(
            shape ->
                shape
                    .accessKeyId(key.id())
                    .secretAccessKey(key.secret())
                    .sessionToken(key.sessionToken().orElseThrow())
                    .expiration(key.expires().orElseThrow()))
        .assumedRoleUser(
            user ->
                user.arn(environment.identities().caller(key).arn())
                    .assumedRoleId(role.id() + ":" + request.roleSessionName()))
        .build();
  }
}
