package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Alarms;
import io.sallyport.aws.serving.Endpoints;
import io.sallyport.aws.serving.ModelRegistry;
import io.sallyport.aws.serving.RegisteredPackage.Approval;
import io.sallyport.aws.serving.ScalingBounds;
import io.sallyport.local.Await;
import io.sallyport.local.InvokeRights;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Pipeline;
import io.sallyport.local.SatelliteRows;
import io.sallyport.local.Story;
import io.sallyport.local.aws.Clients;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;

/**
 * Three versions of one model want to answer under one name, and each step stands still until the
 * test lets it go: a stop overtakes the permission, a refused version comes between, a successor
 * takes the place of a version that is stopped.
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuccessionTest {

  private static final Duration WAIT = Duration.ofMinutes(4);
  private static final String SERVICE = "relay-cover";

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Pipeline pipeline = new Pipeline(boundary);
  private final Clients root = Clients.root(boundary.aws());
  private final SageMakerClient sageMaker = root.build(SageMakerClient.builder());
  private final Story first = submitted();
  private final Story second = submitted();
  private final Story third = submitted();
  private final Story fourth = submitted();

  @BeforeAll
  void standStill() {
    List.of(first, second, third, fourth)
        .forEach(version -> version.waitsAt("decide-on-promotion"));
    EngineByHand.pause(boundary);
  }

  @AfterAll
  void goOn() {
    EngineByHand.resume(boundary);
    root.close();
  }

  @Test
  @Order(1)
  void F37_a_stop_that_comes_before_the_permission_is_not_undone_by_it() {
    people(first).decides("alice", "decide-on-promotion", "authorize");
    DueStep permission = comesTo(first, "permit-invocation");
    people(first).stops("oscar");

    engine(first).execute(permission);

    assertThat(first.kinds())
        .contains("invocation-not-permitted")
        .doesNotContain("invocation-permitted");
    assertThat(first.version().state()).isEqualTo(State.SUSPENDED);
    assertThat(rightsAt(endpoint(first))).containsExactly("Deny");
    assertThat(asked().statusCode()).isEqualTo(403);
  }

  @Test
  @Order(2)
  void F37_the_second_person_brings_what_was_stopped_so_early_into_service() {
    carriesOut(first);
    people(first).decides("olga", "decide-after-stop", "restore");
    carriesOut(first);

    assertThat(first.version().state()).isEqualTo(State.IN_SERVICE);
    assertThat(first.kinds()).endsWith("service-restored");
    assertThat(answeredUnder()).isEqualTo(authorization(first));
  }

  @Test
  @Order(3)
  void S13_a_version_that_is_not_verified_never_answers_under_its_predecessors_authorization() {
    people(second).decides("alice", "decide-on-promotion", "authorize");
    DueStep look = comesTo(second, "read-endpoint");
    String endpoint = unverified();
    changeBehindItsBack(endpoint);
    assertThat(answeredUnder()).isEqualTo(authorization(first));

    engine(second).execute(look);
    carriesOut(second);

    assertThat(second.version().state()).isEqualTo(State.NOT_DEPLOYED);
    assertThat(second.kinds())
        .containsSubsequence("deployment-refused", "security-alert-raised", "endpoint-removed")
        .doesNotContain("service-period-opened");
    isGone(second, endpoint);
    assertThat(answeredUnder()).isEqualTo(authorization(first));
  }

  @Test
  @Order(4)
  void S19_a_successor_takes_the_place_of_a_stopped_version_whole() {
    people(first).stops("oscar");
    carriesOut(first);
    people(first).opens("alice");
    carriesOut(first);
    assertThat(people(first).task("recommend-after-episode")).isPresent();
    people(third).decides("alice", "decide-on-promotion", "authorize");
    carriesOut(third);

    assertThat(third.version().state()).isEqualTo(State.IN_SERVICE);
    assertThat(answeredUnder()).isEqualTo(authorization(third));
    assertThat(first.version().state()).isEqualTo(State.SUPERSEDED);
    assertThat(first.payload("service-period-closed").path("supersededBy").asText())
        .isEqualTo(third.version().id());
    assertThat(first.kinds()).endsWith("model-version-superseded", "endpoint-removed");
    isGone(first, endpoint(first));
  }

  @Test
  @Order(5)
  void S19_an_episode_of_the_predecessor_is_dropped_and_nobody_is_asked_about_it() {
    assertThat(people(first).task("recommend-after-episode")).isEmpty();
    assertThat(people(first).task("decide-after-stop")).isPresent();

    carriesOut(first);

    assertThat(first.payload("episode-closed").path("outcome").asText()).isEqualTo("service-ended");
  }

  @Test
  @Order(6)
  void F37_a_stop_of_the_predecessor_that_still_waits_cannot_touch_its_successor() {
    people(first).decides("olga", "decide-after-stop", "restore");
    carriesOut(first);
    assertThat(first.payload(Lineage.DEPLOYMENT_REFUSED).path("findings").toString())
        .contains("authorization/the-version-has-not-ended");

    people(first).decides("olga", "decide-after-stop", "retire");
    carriesOut(first);

    assertThat(first.kinds()).endsWith("service-period-was-closed");
    assertThat(first.version().state()).isEqualTo(State.SUPERSEDED);
    assertThat(third.version().state()).isEqualTo(State.IN_SERVICE);
    assertThat(answeredUnder()).isEqualTo(authorization(third));
  }

  @Test
  @Order(7)
  void S13_what_ends_before_its_period_opens_never_takes_its_predecessors_place() {
    people(fourth).decides("alice", "decide-on-promotion", "authorize");
    DueStep opening = comesTo(fourth, "open-service-period");
    fourth.records(Lineage.WITHDRAWN);

    engine(fourth).execute(opening);
    carriesOut(fourth);

    assertThat(fourth.payload(Lineage.DEPLOYMENT_REFUSED).path("findings").toString())
        .contains("authorization/the-version-has-not-ended");
    assertThat(fourth.kinds())
        .containsSubsequence("deployment-refused", "security-alert-raised", "endpoint-removed")
        .doesNotContain("service-period-opened");
    assertThat(answeredUnder()).isEqualTo(authorization(third));
  }

  private Story submitted() {
    return new Story(
        boundary,
        boundary
            .sample("sentinel")
            .apart(3)
            .submit(SERVICE, Path.of("samples/satellite.csv"), "land_cover", "0.85"));
  }

  private EngineByHand engine(Story version) {
    return new EngineByHand(boundary, version.version().id());
  }

  private Signer people(Story version) {
    return new Signer(boundary, version.version().id());
  }

  /** Carries out what comes before this step, which then is due. */
  private DueStep comesTo(Story version, String activity) {
    DueStep step = next(version);
    while (!step.activity().equals(activity)) {
      engine(version).execute(step);
      step = next(version);
    }
    return step;
  }

  private DueStep next(Story version) {
    return Await.found("the next step, having " + version.kinds(), WAIT, engine(version)::due);
  }

  /** Carries out all that can be done until the case ends or waits for a person. */
  private void carriesOut(Story version) {
    while (!rests(version)) engine(version).execute(next(version));
  }

  private boolean rests(Story version) {
    boolean asks = people(version).task("decide-after-stop").isPresent();
    boolean ended = version.version().state() != State.IN_PROGRESS;
    return (asks || ended) && engine(version).due().isEmpty();
  }

  private static String endpoint(Story version) {
    return version.payload("service-period-opened").path("endpoint").asText();
  }

  private static String authorization(Story version) {
    return version.payload("service-period-opened").path("authorizationId").asText();
  }

  /** The endpoint that was made for the second version: the only one of this name that is new. */
  private String unverified() {
    return sageMaker.listEndpoints(list -> list.nameContains(SERVICE)).endpoints().stream()
        .map(made -> made.endpointName())
        .filter(name -> !name.equals(endpoint(first)))
        .findFirst()
        .orElseThrow();
  }

  /** An administrator of AWS gives it the configuration of another version. */
  private void changeBehindItsBack(String endpoint) {
    inService(endpoint);
    String other = first.payload("service-period-opened").path("configuration").asText();
    sageMaker.updateEndpoint(update -> update.endpointName(endpoint).endpointConfigName(other));
    inService(endpoint);
  }

  private void inService(String endpoint) {
    Await.found(
        endpoint + " is in service",
        WAIT,
        () ->
            Optional.of(sageMaker.describeEndpoint(one -> one.endpointName(endpoint)))
                .filter(one -> one.endpointStatus() == EndpointStatus.IN_SERVICE));
  }

  private void isGone(Story version, String name) {
    ResourceName endpoint = new ResourceName(name);
    String arn = version.payload(Lineage.REGISTERED).path("modelPackageArn").asText();
    assertThat(boundary.bean(Endpoints.class).read(endpoint)).isEmpty();
    assertThat(sageMaker.listModels(list -> list.nameContains(name)).models()).isEmpty();
    assertThat(boundary.bean(ScalingBounds.class).read(endpoint)).isEmpty();
    assertThat(boundary.bean(Alarms.class).read("sallyport-" + name + "-errors")).isEmpty();
    assertThat(boundary.bean(ModelRegistry.class).describe(arn).approval())
        .isEqualTo(Approval.REJECTED);
    assertThat(rightsAt(name)).isEmpty();
  }

  private List<String> rightsAt(String endpoint) {
    return InvokeRights.of(root.iam(), "sallyport-invoking", endpoint);
  }

  private HttpResponse<String> asked() {
    return pipeline.invoke(SERVICE, SatelliteRows.everyNth(10_000).asked());
  }

  /** Asks, and reads under which authorization the answer was given. */
  private String answeredUnder() {
    assertThat(asked().statusCode()).isEqualTo(200);
    return boundary
        .bean(JdbcClient.class)
        .sql(
            "select authorization_id from deployment.invocation where endpoint = :service"
                + " order by received_at desc limit 1")
        .param("service", SERVICE)
        .query(String.class)
        .single();
  }
}
