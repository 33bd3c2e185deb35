package io.sallyport.aws.serving;

import io.sallyport.aws.ResourceName;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Keeps an endpoint between its authorized minimum and maximum of instances (S13, S16). */
@Component
public class ScalingBounds {

  private static final ScalableDimension DIMENSION =
      ScalableDimension.SAGEMAKER_VARIANT_DESIRED_INSTANCE_COUNT;
  private static final String POLICY = "invocations-per-instance";

  private final ApplicationAutoScalingClient autoScaling;

  public ScalingBounds(ApplicationAutoScalingClient autoScaling) {
    this.autoScaling = autoScaling;
  }

  /** Sets bounds and policy; both calls replace what is there, so they can be repeated. */
  public void set(ResourceName endpoint, Bounds bounds) {
    autoScaling.registerScalableTarget(
        target ->
            target
                .serviceNamespace(ServiceNamespace.SAGEMAKER)
                .scalableDimension(DIMENSION)
                .resourceId(resource(endpoint))
                .minCapacity(bounds.instancesMin())
                .maxCapacity(bounds.instancesMax()));
    autoScaling.putScalingPolicy(
        policy ->
            policy
                .policyName(POLICY)
                .policyType(PolicyType.TARGET_TRACKING_SCALING)
                .serviceNamespace(ServiceNamespace.SAGEMAKER)
                .scalableDimension(DIMENSION)
                .resourceId(resource(endpoint))
                .targetTrackingScalingPolicyConfiguration(
                    tracking ->
                        tracking
                            .targetValue((double) bounds.invocationsPerInstance())
                            .predefinedMetricSpecification(
                                metric ->
                                    metric.predefinedMetricType(
                                        MetricType.SAGE_MAKER_VARIANT_INVOCATIONS_PER_INSTANCE))));
  }

  /** The bounds in force; empty unless both target and policy are there. */
  public Optional<Bounds> read(ResourceName endpoint) {
    Optional<ScalingPolicy> policy =
        autoScaling
            .describeScalingPolicies(
                describe ->
                    describe
                        .serviceNamespace(ServiceNamespace.SAGEMAKER)
                        .resourceId(resource(endpoint))
                        .scalableDimension(DIMENSION))
            .scalingPolicies()
            .stream()
            .findFirst();
    Optional<ScalableTarget> target =
        autoScaling
            .describeScalableTargets(
                describe ->
                    describe
                        .serviceNamespace(ServiceNamespace.SAGEMAKER)
                        .resourceIds(resource(endpoint))
                        .scalableDimension(DIMENSION))
            .scalableTargets()
            .stream()
            .findFirst();
    return target.flatMap(bounds -> policy.map(limit -> bounds(bounds, limit)));
  }

  /** Removes bounds and, with them, the policy; where there are none, none need be removed. */
  public void remove(ResourceName endpoint) {
    try {
      autoScaling.deregisterScalableTarget(
          target ->
              target
                  .serviceNamespace(ServiceNamespace.SAGEMAKER)
                  .scalableDimension(DIMENSION)
                  .resourceId(resource(endpoint)));
    } catch (ObjectNotFoundException absent) {
      return;
    }
  }

  private static Bounds bounds(ScalableTarget target, ScalingPolicy policy) {
    return new Bounds(
        target.minCapacity(),
        target.maxCapacity(),
        policy.targetTrackingScalingPolicyConfiguration().targetValue().intValue());
  }

  private static String resource(ResourceName endpoint) {
    return "endpoint/" + endpoint + "/variant/" + EndpointConfigDefinition.VARIANT;
  }
}
