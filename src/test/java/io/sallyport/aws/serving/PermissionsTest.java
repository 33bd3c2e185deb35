package io.sallyport.aws.serving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.aws.AwsClients;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.ResourceName;
import io.sallyport.rules.Refused;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may invoke, at the emulator whose IAM decides each call, through the real SDK. */
class PermissionsTest {

  private static final ResourceName ENDPOINT = new ResourceName("land-cover");
  private static final ResourceName OTHER = new ResourceName("other-model");

  private final OnLocalAws local = new OnLocalAws();
  private final AwsClients clients = local.clients();
  private final Invocations invocations =
      new Invocations(
          clients.invokingRuntime(clients.sts()), clients.checkingRuntime(clients.sts()));
  private final InvokePermissions permissions =
      new InvokePermissions(clients.iam(), invocations, local.settings());

  @BeforeEach
  void roles() {
    local.role("sallyport-invoking");
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
    permissions.permit(Caller.INVOKING, ENDPOINT);
    assertThat(gets(Caller.INVOKING, ENDPOINT)).isTrue();
    permissions.forget(Caller.INVOKING, ENDPOINT);
    assertThat(policies()).isEmpty();
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

    assertThat(policies()).containsExactly("never-invoke-land-cover");
  }

  /** Past IAM; there is no such endpoint here, which is said only to those who may ask. */
  private boolean gets(Caller caller, ResourceName endpoint) {
    try {
      return permissions.isPermitted(caller, endpoint);
    } catch (RuntimeException past) {
      return past.getMessage().contains("not found");
    }
  }

  private List<String> policies() {
    return clients
        .iam()
        .listRolePolicies(list -> list.roleName("sallyport-invoking"))
        .policyNames();
  }
}
