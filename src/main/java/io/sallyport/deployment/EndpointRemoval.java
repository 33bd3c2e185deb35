package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Alarms;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.Endpoints;
import io.sallyport.aws.serving.InvokePermissions;
import io.sallyport.aws.serving.ModelRegistry;
import io.sallyport.aws.serving.RegistryMetadata;
import io.sallyport.aws.serving.SageMakerModels;
import io.sallyport.aws.serving.ScalingBounds;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Takes a version's endpoint away for good (S16; design, trust 8): permission first, then bounds,
 * alarm, endpoint and model, and its registry package is Rejected. Can be repeated, and asks for
 * nothing that is not there.
 */
@Component
class EndpointRemoval {

  /** The fact that its endpoint is gone, of a version that was superseded or refused. */
  static final String REMOVED = "endpoint-removed";

  private final InvokePermissions permissions;
  private final ScalingBounds bounds;
  private final Alarms alarms;
  private final Endpoints endpoints;
  private final SageMakerModels models;
  private final ModelRegistry registry;
  private final Ledger ledger;

  EndpointRemoval(
      InvokePermissions permissions,
      ScalingBounds bounds,
      Alarms alarms,
      Endpoints endpoints,
      SageMakerModels models,
      ModelRegistry registry,
      Ledger ledger) {
    this.permissions = permissions;
    this.bounds = bounds;
    this.alarms = alarms;
    this.endpoints = endpoints;
    this.models = models;
    this.registry = registry;
    this.ledger = ledger;
  }

  /** Denied until the endpoint is gone; then neither right nor denial is left of it. */
  void remove(ModelVersion version, ResourceName endpoint, String because) {
    permissions.withdraw(Caller.INVOKING, endpoint);
    bounds.remove(endpoint);
    alarms.delete(OwnEndpoint.alarm(endpoint));
    endpoints.delete(endpoint, version.program());
    models.delete(endpoint);
    permissions.forget(Caller.INVOKING, endpoint);
    permissions.forget(Caller.CHECKING, endpoint);
    Lineage.of(ledger, version.id())
        .newest(Lineage.REGISTERED)
        .map(fact -> fact.payload().path("modelPackageArn").asText())
        .ifPresent(arn -> registry.reject(arn, because, new RegistryMetadata(Map.of())));
  }
}
