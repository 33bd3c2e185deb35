package io.sallyport.local.aws.policy;

import io.sallyport.local.aws.Access;
import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Caller;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.iam.Identities;
import io.sallyport.local.aws.policy.VpcEndpoints.VpcEndpoint;
import io.sallyport.local.aws.protocol.AwsError;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides whether a caller may do something, from the caller's policies, the policy of what is
 * asked for, and that of the VPC endpoint. An explicit deny wins; keys and roles must allow it
 * themselves.
 */
public final class Policies implements Access {

  private record Source(
      String prefix, String actions, Function<String, Optional<String>> policyOf) {

    boolean mustAllow() {
      return !actions.equals("s3:");
    }
  }

  private final Identities identities;
  private final VpcEndpoints endpoints;
  private final Clock clock;
  private final Map<String, Source> sources = new HashMap<>();

  public Policies(Identities identities, VpcEndpoints endpoints, Clock clock) {
    this.identities = identities;
    this.endpoints = endpoints;
    this.clock = clock;
  }

  /**
   * Tells where the policies of resources are whose ARN begins so, for actions that begin so.
   * Nobody may use a key or take on a role unless its own policy says so.
   */
  public synchronized void register(
      String arnPrefix, String actions, Function<String, Optional<String>> policyOf) {
    sources.put(arnPrefix, new Source(arnPrefix, actions, policyOf));
  }

  @Override
  public void require(Call call, Permission permission) {
    Question question = question(call, permission);
    if (!allows(call.caller(), question) || !passesEndpoint(call, question)) {
      throw denied(call.caller(), permission);
    }
  }

  private Question question(Call call, Permission permission) {
    Map<String, List<String>> context = new HashMap<>(permission.context());
    context.put("aws:PrincipalArn", List.of(call.caller().principalArn()));
    context.put("aws:PrincipalAccount", List.of(call.caller().account()));
    context.put("aws:SecureTransport", List.of("true"));
    context.put("aws:CurrentTime", List.of(clock.instant().toString()));
    context.put("aws:RequestedRegion", List.of(Arn.REGION));
    endpoint(call).ifPresent(door -> context.put("aws:SourceVpce", List.of(door.id())));
    return Question.by(call.caller(), permission.action(), permission.resource(), context);
  }

  private Optional<VpcEndpoint> endpoint(Call call) {
    return call.request().isInside() ? endpoints.find(call.service()) : Optional.empty();
  }

  private boolean passesEndpoint(Call call, Question question) {
    String service = call.service().split("\\.", 2)[0]; // sagemaker.runtime is SageMaker's
    boolean ownAction = question.action().startsWith(service + ":");
    return !ownAction
        || endpoint(call)
            .map(door -> Verdict.ofResource(Document.parse(door.policy()), question).allows())
            .orElse(true);
  }

  /** Without the VPC endpoint, which only a call has. */
  public boolean allows(Caller caller, Question question) {
    Verdict identity = identity(caller, question);
    Optional<Source> source = source(question);
    Optional<Verdict> resource =
        source
            .flatMap(each -> each.policyOf().apply(question.resource()))
            .map(text -> Verdict.ofResource(Document.parse(text), question));
    if (identity.denies() || resource.filter(Verdict::denies).isPresent()) {
      return false;
    }
    if (source.map(Source::mustAllow).orElse(false)) {
      return resource
          .filter(Verdict::allows)
          .filter(v -> v.direct() || identity.allows())
          .isPresent();
    }
    return identity.allows() || resource.filter(v -> v.allows() && v.direct()).isPresent();
  }

  private Verdict identity(Caller caller, Question question) {
    return caller.isRoot()
        ? new Verdict(Verdict.Effect.ALLOWED, true, Optional.empty())
        : Verdict.ofIdentity(identities.policiesOf(caller.principalArn()), question);
  }

  private synchronized Optional<Source> source(Question question) {
    return sources.values().stream()
        .filter(each -> question.resource().startsWith(each.prefix()))
        .filter(each -> question.action().startsWith(each.actions()))
        .findFirst();
  }

  private static AwsError denied(Caller caller, Permission permission) {
    boolean json = !permission.action().matches("(s3|iam|sts|ec2|cloudwatch):.*");
    String code = json ? "AccessDeniedException" : "AccessDenied";
    String message =
        "User: %s is not authorized to perform: %s on resource: %s"
            .formatted(caller.arn(), permission.action(), permission.resource());
    return new AwsError(code, json ? 400 : 403, message);
  }
}
