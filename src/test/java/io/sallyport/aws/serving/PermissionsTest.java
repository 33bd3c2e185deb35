package io.sallyport.aws.serving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.aws.AwsClients;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.Settings;
import io.sallyport.local.InvokeRights;
import io.sallyport.rules.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;

/** Who may invoke, at the emulator whose IAM decides each call, through the real SDK. */
class PermissionsTest {

  private static final ResourceName ENDPOINT = new ResourceName("land-cover");
  private static final ResourceName OTHER = new ResourceName("other-model");
  private static final String ROLE = "sallyport-invoking";
  private static final String VPC_ENDPOINT = "vpce-0123456789abcdef0";

  private final OnLocalAws local = new OnLocalAws();
  private final AwsClients clients = local.clients();
  private final Invocations invocations =
      new Invocations(
          clients.invokingRuntime(clients.sts()), clients.checkingRuntime(clients.sts()));
  private final IamClient iam = clients.iam();
  private final InvokePermissions permissions =
      new InvokePermissions(iam, invocations, local.settings());

  @BeforeEach
  void roles() {
    local.role(ROLE);
    local.role("sallyport-checking");
  }

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void S13_a_role_without_permission_is_refused() {
    Invocation rows = new Invocation("land-cover", "1,2\n".getBytes(UTF_8), "id-1");

    assertThatThrownBy(() -> invocations.invoke(Caller.INVOKING, rows))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "service/caller-is-permitted: land-cover is INVOKING;"
                + " the limit is permitted during its service period");
  }

  @Test
  void S13_permission_is_for_one_role_and_one_endpoint() {
    permissions.permit(Caller.INVOKING, ENDPOINT);
    permissions.permit(Caller.INVOKING, ENDPOINT);

    assertThat(gets(Caller.INVOKING, ENDPOINT)).isTrue();
    assertThat(gets(Caller.CHECKING, ENDPOINT)).isFalse();
    assertThat(gets(Caller.INVOKING, OTHER)).isFalse();
  }

  @Test
  void S16_permission_taken_away_is_refused_and_can_be_given_back() {
    permissions.permit(Caller.INVOKING, ENDPOINT);

    permissions.withdraw(Caller.INVOKING, ENDPOINT);
    permissions.withdraw(Caller.INVOKING, ENDPOINT);

    permissions.confirm(Caller.INVOKING, ENDPOINT, false);
    assertThat(rights()).containsExactly("Deny");
    permissions.permit(Caller.INVOKING, ENDPOINT);
    assertThat(rights()).containsExactly("Allow");
    assertThat(gets(Caller.INVOKING, ENDPOINT)).isTrue();
    permissions.forget(Caller.INVOKING, ENDPOINT);
    assertThat(rights()).isEmpty();
  }

  @Test
  void S14_a_change_that_is_not_in_force_after_some_seconds_is_trouble_to_be_tried_again() {
    assertThatThrownBy(() -> permissions.confirm(Caller.INVOKING, ENDPOINT, true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("INVOKING is not yet permitted at land-cover; IAM may need longer");
  }

  @Test
  void S16_a_withdrawal_whose_answer_never_came_is_in_force() {
    permissions.permit(Caller.INVOKING, ENDPOINT);
    local.aws().faults().timeOutAfterSuccess("iam", "PutRolePolicy", 1);
    local.aws().faults().timeOutAfterSuccess("iam", "DeleteRolePolicy", 1);

    permissions.withdraw(Caller.INVOKING, ENDPOINT);

    assertThat(rights()).containsExactly("Deny");
    permissions.forget(Caller.INVOKING, ENDPOINT);
    assertThat(rights()).isEmpty();
  }

  @Test
  void S16_the_right_is_taken_away_and_given_back_though_the_role_is_full() {
    permissions.permit(Caller.INVOKING, ENDPOINT);
    fillTheRole();

    permissions.withdraw(Caller.INVOKING, ENDPOINT);

    permissions.confirm(Caller.INVOKING, ENDPOINT, false);
    assertThat(rights()).containsExactly("Deny");
    permissions.permit(Caller.INVOKING, ENDPOINT);
    assertThat(rights()).containsExactly("Allow");
  }

  @Test
  void S16_what_was_never_permitted_is_withdrawn_though_no_denial_has_room() {
    fillTheRole();

    permissions.withdraw(Caller.INVOKING, ENDPOINT);

    permissions.confirm(Caller.INVOKING, ENDPOINT, false);
    assertThat(rights()).isEmpty();
  }

  @Test
  void S13_as_many_endpoints_fit_as_operations_say_and_the_next_is_refused() throws IOException {
    InvokePermissions inVpc = inVpc();
    int fit = 0;
    Optional<Refused> refused = Optional.empty();
    while (refused.isEmpty()) {
      refused = refusal(inVpc, new ResourceName("x%062d".formatted(fit)));
      if (refused.isEmpty()) fit++;
    }

    assertThat(Files.readString(Path.of("docs/operations.md")))
        .contains("**" + fit + " endpoints**");
    assertThat(refused.get())
        .hasMessage(
            "service/permissions-fit-into-the-role: x%062d is one endpoint too many for the role"
                    .formatted(fit)
                + " sallyport-invoking; the limit is 10240 characters of inline policies a role");
  }

  @Test
  void S13_the_right_holds_through_the_one_vpc_endpoint_alone() {
    inVpc().permit(Caller.INVOKING, ENDPOINT);

    assertThat(decision(VPC_ENDPOINT)).isEqualTo("allowed");
    assertThat(decision("vpce-00000000000000000")).isEqualTo("explicitDeny");
    assertThat(permissions.isPermitted(Caller.INVOKING, ENDPOINT)).isFalse();
  }

  /** Past IAM; there is no such endpoint here, which is said only to those who may ask. */
  private boolean gets(Caller caller, ResourceName endpoint) {
    try {
      return permissions.isPermitted(caller, endpoint);
    } catch (RuntimeException past) {
      return past.getMessage().contains("not found");
    }
  }

  private static Optional<Refused> refusal(InvokePermissions permissions, ResourceName endpoint) {
    try {
      permissions.permit(Caller.INVOKING, endpoint);
      return Optional.empty();
    } catch (Refused full) {
      return Optional.of(full);
    }
  }

  private InvokePermissions inVpc() {
    Settings own = local.settings();
    Settings inVpc =
        new Settings(
            own.region(),
            own.account(),
            own.endpoint(),
            own.fips(),
            own.accessKey(),
            own.secretKey(),
            own.roles(),
            own.buckets(),
            own.keys(),
            own.eventQueue(),
            VPC_ENDPOINT,
            own.objectSizeMax(),
            own.timeouts());
    return new InvokePermissions(iam, invocations, inVpc);
  }

  /** With something else, to the last character. */
  private void fillTheRole() {
    String start = "{\"Statement\":{\"Sid\":\"";
    String end = "\",\"Effect\":\"Deny\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}}";
    int left = 10_240 - InvokeRights.documents(iam, ROLE).mapToInt(String::length).sum();
    String all = start + "x".repeat(left - start.length() - end.length()) + end;
    iam.putRolePolicy(put -> put.roleName(ROLE).policyName("other").policyDocument(all));
  }

  private List<String> rights() {
    return InvokeRights.of(iam, ROLE, ENDPOINT.value());
  }

  /** What IAM would say to a call through this VPC endpoint. */
  private String decision(String vpcEndpoint) {
    return iam.simulatePrincipalPolicy(
            simulate ->
                simulate
                    .policySourceArn(local.settings().roles().invoking())
                    .actionNames("sagemaker:InvokeEndpoint")
                    .resourceArns(
                        "arn:aws-us-gov:sagemaker:us-gov-west-1:123456789012:endpoint/land-cover")
                    .contextEntries(
                        entry ->
                            entry
                                .contextKeyName("aws:SourceVpce")
                                .contextKeyType("string")
                                .contextKeyValues(vpcEndpoint)))
        .evaluationResults()
        .get(0)
        .evalDecisionAsString();
  }
}
