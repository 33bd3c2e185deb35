package io.sallyport.local.aws.scaling;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.Table;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.AwsJson;
import io.sallyport.local.aws.protocol.Protocol;
import io.sallyport.local.aws.sagemaker.Members;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** Application Auto Scaling: bounds and policies are stored and read back; nothing scales here. */
public final class Scaling implements Service {

  private final Protocol protocol = AwsJson.version11();
  private final Environment environment;
  private final Table<ScalableTarget> targets;
  private final Table<ScalingPolicy> policies;

  public Scaling(Environment environment) {
    this.environment = environment;
    this.targets = environment.journal().table("scaling-targets", ScalableTarget::builder);
    this.policies = environment.journal().table("scaling-policies", ScalingPolicy::builder);
  }

  @Override
  public String name() {
    return "application-autoscaling";
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Operation<?>> operations() {
    return List.of(
        Operation.of(
            "RegisterScalableTarget", RegisterScalableTargetRequest::builder, this::register),
        Operation.of(
            "DescribeScalableTargets", DescribeScalableTargetsRequest::builder, this::targets),
        Operation.of(
            "DeregisterScalableTarget", DeregisterScalableTargetRequest::builder, this::deregister),
        Operation.of("PutScalingPolicy", PutScalingPolicyRequest::builder, this::put),
        Operation.of(
            "DescribeScalingPolicies", DescribeScalingPoliciesRequest::builder, this::policies));
  }

  private static String key(Object... parts) {
    return String.join("|", Arrays.stream(parts).map(String::valueOf).toList());
  }

  /** A second call changes the bounds it names and keeps the others. */
  private synchronized RegisterScalableTargetResponse register(
      RegisterScalableTargetRequest request, Call call) {
    Members.required(request, "ServiceNamespace", "ResourceId", "ScalableDimension");
    String key =
        key(
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    ScalableTarget.Builder target =
        targets
            .find(key)
            .map(ScalableTarget::toBuilder)
            .orElseGet(
                () ->
                    ScalableTarget.builder()
                        .creationTime(environment.clock().instant().truncatedTo(ChronoUnit.MILLIS))
                        .scalableTargetARN(
                            Arn.of(
                                "application-autoscaling",
                                "scalable-target/" + environment.ids().hex(26))));
    ScalableTarget made = Members.echo(request, target).build();
    boolean bounds =
        made.minCapacity() != null
            && made.maxCapacity() != null
            && made.minCapacity() <= made.maxCapacity();
    if (!bounds) {
      throw AwsError.validation(
          "MinCapacity is %s and MaxCapacity is %s; both are needed, and the first must not exceed the second"
              .formatted(made.minCapacity(), made.maxCapacity()));
    }
    targets.put(key, made);
    return RegisterScalableTargetResponse.builder()
        .scalableTargetARN(made.scalableTargetARN())
        .build();
  }

  private DescribeScalableTargetsResponse targets(
      DescribeScalableTargetsRequest request, Call call) {
    List<ScalableTarget> found =
        targets.all().stream()
            .filter(each -> each.serviceNamespace() == request.serviceNamespace())
            .filter(
                each ->
                    !request.hasResourceIds() || request.resourceIds().contains(each.resourceId()))
            .filter(
                each ->
                    request.scalableDimension() == null
                        || request.scalableDimension() == each.scalableDimension())
            .toList();
    return DescribeScalableTargetsResponse.builder().scalableTargets(found).build();
  }

  private synchronized DeregisterScalableTargetResponse deregister(
      DeregisterScalableTargetRequest request, Call call) {
    String key =
        key(
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    if (!targets.contains(key)) throw noTarget(request.resourceId());
    targets.remove(key);
    return DeregisterScalableTargetResponse.builder().build();
  }

  private static AwsError noTarget(String resourceId) {
    return AwsError.bad(
        "ObjectNotFoundException", "No scalable target found for resource ID: " + resourceId);
  }

  private synchronized PutScalingPolicyResponse put(PutScalingPolicyRequest request, Call call) {
    String target =
        key(
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    if (!targets.contains(target)) throw noTarget(request.resourceId());
    String arn =
        Arn.of(
            "autoscaling",
            "scalingPolicy:%s:resource/%s/%s:policyName/%s"
                .formatted(
                    environment.ids().uuid(),
                    request.serviceNamespaceAsString(),
                    request.resourceId(),
                    request.policyName()));
    String key = key(target, request.policyName());
    ScalingPolicy.Builder policy =
        policies
            .find(key)
            .map(ScalingPolicy::toBuilder)
            .orElseGet(
                () ->
                    ScalingPolicy.builder()
                        .policyARN(arn)
                        .creationTime(
                            environment.clock().instant().truncatedTo(ChronoUnit.MILLIS)));
    ScalingPolicy made = Members.echo(request, policy).build();
    policies.put(key, made);
    return PutScalingPolicyResponse.builder().policyARN(made.policyARN()).build();
  }

  private DescribeScalingPoliciesResponse policies(
      DescribeScalingPoliciesRequest request, Call call) {
    List<ScalingPolicy> found =
        policies.all().stream()
            .filter(each -> each.serviceNamespace() == request.serviceNamespace())
            .filter(
                each ->
                    request.resourceId() == null || request.resourceId().equals(each.resourceId()))
            .filter(
                each ->
                    !request.hasPolicyNames() || request.policyNames().contains(each.policyName()))
            .toList();
    return DescribeScalingPoliciesResponse.builder().scalingPolicies(found).build();
  }
}
