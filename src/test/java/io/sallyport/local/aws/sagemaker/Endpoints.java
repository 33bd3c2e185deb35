package io.sallyport.local.aws.sagemaker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.protocol.AwsError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DeleteEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.EndpointSummary;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsResponse;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointWeightsAndCapacitiesRequest;
import software.amazon.awssdk.services.sagemaker.model.UpdateEndpointWeightsAndCapacitiesResponse;

/**
 * Endpoints: Creating, then InService or Failed; an update keeps the old containers until the new
 * ones answer. What was in service before a restart of the emulator comes up again by itself.
 */
final class Endpoints {

  private final Surroundings around;
  private final Tags tags;
  private final EndpointConfigs configs;
  private final Models models;
  private final Fleets fleets;
  private final Shelf<DescribeEndpointResponse> endpoints;

  Endpoints(
      Surroundings around, Tags tags, EndpointConfigs configs, Models models, Turnstile turnstile) {
    this.around = around;
    this.tags = tags;
    this.configs = configs;
    this.models = models;
    this.fleets = new Fleets(models, configs, turnstile);
    this.endpoints =
        new Shelf<>(
            around.journal().table("sagemaker-endpoints", DescribeEndpointResponse::builder));
  }

  Fleets fleets() {
    return fleets;
  }

  /** Brings up what there was before a restart. */
  void resume() {
    for (DescribeEndpointResponse endpoint : endpoints.all()) {
      if (endpoint.endpointStatus() == EndpointStatus.FAILED) continue;
      if (endpoint.endpointStatus() != EndpointStatus.CREATING) {
        fleets.expect(endpoint.endpointName());
      }
      start(endpoint.endpointName(), endpoint.endpointConfigName());
    }
  }

  List<Operation<?>> operations() {
    return List.of(
        Operation.of("CreateEndpoint", CreateEndpointRequest::builder, this::create)
            .needs((request, call) -> creating(request)),
        Operation.of("DescribeEndpoint", DescribeEndpointRequest::builder, this::describe)
            .on(request -> arn(request.endpointName())),
        Operation.of("UpdateEndpoint", UpdateEndpointRequest::builder, this::update)
            .needs((request, call) -> updating(request)),
        Operation.of("DeleteEndpoint", DeleteEndpointRequest::builder, this::delete)
            .on(request -> arn(request.endpointName())),
        Operation.of(
                "UpdateEndpointWeightsAndCapacities",
                UpdateEndpointWeightsAndCapacitiesRequest::builder,
                this::weigh)
            .on(request -> arn(request.endpointName())),
        Operation.of("ListEndpoints", ListEndpointsRequest::builder, this::list));
  }

  static String arn(String name) {
    return Names.arn("endpoint", name);
  }

  private static List<Permission> creating(CreateEndpointRequest request) {
    Members.required(request, "EndpointName", "EndpointConfigName");
    Map<String, List<String>> conditions = new Conditions().tags(request.tags()).all();
    List<Permission> needed =
        Names.create("CreateEndpoint", arn(request.endpointName()), request.hasTags(), conditions);
    needed.add(
        new Permission(":CreateEndpoint", EndpointConfigs.arn(request.endpointConfigName())));
    return needed;
  }

  private static List<Permission> updating(UpdateEndpointRequest request) {
    Members.required(request, "EndpointName", "EndpointConfigName");
    return List.of(
        new Permission(":UpdateEndpoint", arn(request.endpointName())),
        new Permission(":UpdateEndpoint", EndpointConfigs.arn(request.endpointConfigName())));
  }

  private synchronized CreateEndpointResponse create(CreateEndpointRequest request, Call call) {
    Members.only(request, "EndpointName", "EndpointConfigName", "Tags");
    String name = request.endpointName();
    Names.checked("endpointName", name);
    if (endpoints.find(name).isPresent()) throw Names.exists("endpoint", arn(name));
    configs.requireServable(request.endpointConfigName());
    DescribeEndpointResponse endpoint =
        DescribeEndpointResponse.builder()
            .endpointName(name)
            .endpointArn(arn(name))
            .endpointConfigName(request.endpointConfigName())
            .endpointStatus(EndpointStatus.CREATING)
            .creationTime(around.now())
            .lastModifiedTime(around.now())
            .build();
    endpoints.put(name, endpoint);
    tags.put(arn(name), request.tags());
    publish(endpoint);
    start(name, request.endpointConfigName());
    return CreateEndpointResponse.builder().endpointArn(arn(name)).build();
  }

  private void start(String name, String configName) {
    fleets.start(
        configName,
        (fleet, reason) -> {
          if (fleet.isPresent()) {
            inService(name, fleet.get());
          } else {
            failed(name, reason);
          }
        });
  }

  private synchronized void inService(String name, Fleet fleet) {
    if (endpoints.find(name).isEmpty()) { // deleted meanwhile
      fleet.close();
      return;
    }
    DescribeEndpointConfigResponse config = fleet.config();
    boolean again = endpoints.find(name).get().endpointStatus() == EndpointStatus.IN_SERVICE;
    fleets.put(name, fleet);
    if (again) return;
    change(
        name,
        endpoint -> {
          Variants.capture(config).ifPresent(endpoint::dataCaptureConfig);
          return endpoint
              .endpointConfigName(config.endpointConfigName())
              .productionVariants(Variants.of(config, models::find, around.now()))
              .endpointStatus(EndpointStatus.IN_SERVICE)
              .failureReason(null);
        });
  }

  /** A first deployment that fails is Failed; a later one leaves the one before in service. */
  private synchronized void failed(String name, String reason) {
    Optional<DescribeEndpointResponse> endpoint = endpoints.find(name);
    if (endpoint.isEmpty()) return;
    boolean rolledBack = endpoint.get().endpointStatus() == EndpointStatus.UPDATING;
    if (!rolledBack) fleets.remove(name);
    EndpointStatus status = rolledBack ? EndpointStatus.IN_SERVICE : EndpointStatus.FAILED;
    change(name, changed -> changed.endpointStatus(status).failureReason(reason));
  }

  private DescribeEndpointResponse describe(DescribeEndpointRequest request, Call call) {
    return find(request.endpointName());
  }

  Optional<EndpointStatus> status(String name) {
    return endpoints.find(name).map(DescribeEndpointResponse::endpointStatus);
  }

  DescribeEndpointResponse find(String name) {
    return endpoints.find(name).orElseThrow(() -> Names.missing("endpoint", arn(name)));
  }

  private synchronized UpdateEndpointResponse update(UpdateEndpointRequest request, Call call) {
    Members.only(request, "EndpointName", "EndpointConfigName");
    settled(request.endpointName());
    configs.requireServable(request.endpointConfigName());
    change(request.endpointName(), endpoint -> endpoint.endpointStatus(EndpointStatus.UPDATING));
    start(request.endpointName(), request.endpointConfigName());
    return UpdateEndpointResponse.builder().endpointArn(arn(request.endpointName())).build();
  }

  private DescribeEndpointResponse settled(String name) {
    DescribeEndpointResponse endpoint = find(name);
    EndpointStatus status = endpoint.endpointStatus();
    if (status == EndpointStatus.CREATING || status == EndpointStatus.UPDATING) {
      throw AwsError.validation("Cannot update in-progress endpoint \"" + arn(name) + "\".");
    }
    return endpoint;
  }

  private synchronized DeleteEndpointResponse delete(DeleteEndpointRequest request, Call call) {
    String name = settled(request.endpointName()).endpointName();
    change(name, endpoint -> endpoint.endpointStatus(EndpointStatus.DELETING));
    endpoints.remove(name);
    tags.remove(arn(name));
    fleets.later(() -> fleets.remove(name));
    return DeleteEndpointResponse.builder().build();
  }

  private synchronized UpdateEndpointWeightsAndCapacitiesResponse weigh(
      UpdateEndpointWeightsAndCapacitiesRequest request, Call call) {
    String name = settled(request.endpointName()).endpointName();
    change(
        name,
        endpoint ->
            endpoint
                .endpointStatus(EndpointStatus.UPDATING)
                .productionVariants(
                    Variants.changed(
                        find(name).productionVariants(), request.desiredWeightsAndCapacities())));
    fleets.later(() -> change(name, changed -> changed.endpointStatus(EndpointStatus.IN_SERVICE)));
    return UpdateEndpointWeightsAndCapacitiesResponse.builder().endpointArn(arn(name)).build();
  }

  private ListEndpointsResponse list(ListEndpointsRequest request, Call call) {
    Members.only(
        request, "NameContains", "StatusEquals", "MaxResults", "NextToken", "SortBy", "SortOrder");
    List<EndpointSummary> found =
        endpoints.all().stream()
            .filter(each -> Listed.named(each.endpointName(), request.nameContains()))
            .filter(each -> Listed.same(each.endpointStatus(), request.statusEquals()))
            .sorted(
                Listed.order(DescribeEndpointResponse::creationTime, request.sortOrderAsString()))
            .map(each -> Members.echo(each, EndpointSummary.builder()).build())
            .toList();
    Listed.Page<EndpointSummary> page =
        Listed.page(found, request.nextToken(), request.maxResults());
    return ListEndpointsResponse.builder().endpoints(page.items()).nextToken(page.next()).build();
  }

  private void change(String name, UnaryOperator<DescribeEndpointResponse.Builder> how) {
    endpoints
        .change(name, each -> how.apply(each.toBuilder().lastModifiedTime(around.now())).build())
        .ifPresent(this::publish);
  }

  /** In events the status is IN_SERVICE, in the API it is InService. */
  private void publish(DescribeEndpointResponse endpoint) {
    ObjectNode detail =
        EventDetails.of(SdkJson.epochMillisDecimal(), endpoint, tags.of(endpoint.endpointArn()));
    String status = endpoint.endpointStatusAsString().replaceAll("([a-z])([A-Z])", "$1_$2");
    detail.put("EndpointStatus", status.toUpperCase(Locale.ROOT));
    around.events().sageMaker("Endpoint", endpoint.endpointArn(), detail);
  }
}
