package io.sallyport.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.authority.Directory;
import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Person;
import io.sallyport.aws.serving.ModelRegistry;
import io.sallyport.aws.serving.RegisteredPackage.Approval;
import io.sallyport.aws.serving.RegistryMetadata;
import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Story;
import io.sallyport.local.aws.Clients;
import io.sallyport.local.aws.iam.AccessKey;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.ending.Withdrawals;
import io.sallyport.rules.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ModelApprovalStatus;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

/**
 * A version that Gate 1 did not find proven stays where it is, whichever way somebody tries (A2):
 * registry, engine, diagram, endpoint.
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailedVersionTest {

  private static final String ROLES = "arn:aws-us-gov:iam::123456789012:role/";

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final RuntimeService runtime = boundary.bean(RuntimeService.class);
  private final Story failed =
      new Story(
          boundary,
          boundary
              .sample("harbor")
              .submit("never-proven", Path.of("samples/satellite.csv"), "land_cover", "0.95"));

  @BeforeAll
  void archived() {
    failed.reaches(State.ARCHIVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "harbor-training",
        "harbor-serving",
        "sallyport-jobs",
        "sallyport-invoking",
        "sallyport-checking"
      })
  void A2_S09_no_role_but_the_products_own_may_approve_it_in_the_registry(String role) {
    try (Clients clients = as(role)) {
      SageMakerClient sageMaker = clients.build(SageMakerClient.builder());

      assertThatThrownBy(() -> approve(sageMaker))
          .isInstanceOf(SageMakerException.class)
          .hasMessageContaining(role)
          .hasMessageContaining("is not authorized to perform: sagemaker:UpdateModelPackage");
    }

    assertThat(registry().describe(modelPackage()).approval()).isEqualTo(Approval.REJECTED);
  }

  @Test
  void A2_S09_its_case_is_finished_and_takes_neither_message_nor_start() {
    String root = failed.version().rootInstance().orElseThrow();

    assertThatThrownBy(
            () ->
                runtime
                    .createMessageCorrelation("model-version-withdrawn")
                    .processInstanceId(root)
                    .correlate())
        .isInstanceOf(MismatchingMessageCorrelationException.class);
    assertThatThrownBy(
            () ->
                runtime
                    .createProcessInstanceModification(root)
                    .startBeforeActivity("deploy-to-endpoint")
                    .execute())
        .isInstanceOf(ProcessEngineException.class);
    assertThatThrownBy(
            () -> boundary.bean(Withdrawals.class).withdraw(failed.version().id(), emil()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("withdrawal/deployment-has-not-begun");
  }

  @Test
  void
      S09_a_diagram_round_the_gates_is_refused_by_the_ledger_though_the_registry_was_made_to_approve()
          throws IOException {
    try (Clients root = Clients.root(boundary.aws())) {
      approve(root.build(SageMakerClient.builder()));
    }

    try (QuickWay diagram = new QuickWay(boundary)) {
      diagram.deploys(failed.version());
      Await.found(
          "a security alert, having " + failed.kinds(),
          Duration.ofMinutes(2),
          () ->
              Optional.of(failed.kinds()).filter(kinds -> kinds.contains("security-alert-raised")));
    }

    assertThat(failed.payload(Lineage.DEPLOYMENT_REFUSED).path("findings").toString())
        .contains("authorization/every-gate-was-passed")
        .contains("authorization/the-version-has-not-ended");
    assertThat(failed.kinds()).doesNotContain("deployment-checked", "service-period-opened");
    assertThat(failed.version().state()).isEqualTo(State.ARCHIVED);
    registry().reject(modelPackage(), "Not promoted", new RegistryMetadata(Map.of()));
  }

  @Test
  void A2_S14_no_endpoint_answers_for_it() throws IOException {
    String row = Files.readAllLines(Path.of("samples/satellite.csv")).get(1);
    byte[] raw = row.substring(0, row.lastIndexOf(',')).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> boundary.bean(Predictions.class).predict("never-proven", raw, emil()))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("service/an-authorization-is-in-force")
        .hasMessageContaining("not in service");
    try (Clients root = Clients.root(boundary.aws())) {
      assertThat(
              root.build(SageMakerClient.builder())
                  .listEndpoints(list -> list.nameContains("never-proven"))
                  .endpoints())
          .isEmpty();
    }
  }

  private void approve(SageMakerClient sageMaker) {
    sageMaker.updateModelPackage(
        update ->
            update
                .modelPackageArn(modelPackage())
                .modelApprovalStatus(ModelApprovalStatus.APPROVED));
  }

  private ModelRegistry registry() {
    return boundary.bean(ModelRegistry.class);
  }

  private String modelPackage() {
    return failed.payload(Lineage.REGISTERED).path("modelPackageArn").asText();
  }

  /** As AWS itself would act under the role. */
  private Clients as(String role) {
    AccessKey key =
        boundary
            .aws()
            .environment()
            .identities()
            .session(ROLES + role, "test", Duration.ofMinutes(15));
    return new Clients(
        boundary.aws().endpoint(),
        AwsSessionCredentials.create(key.id(), key.secret(), key.sessionToken().orElseThrow()));
  }

  private Person emil() {
    return boundary.bean(Directory.class).find(DemoPeople.named("emil").subject()).orElseThrow();
  }
}
