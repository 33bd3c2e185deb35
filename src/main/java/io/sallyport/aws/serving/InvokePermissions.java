package io.sallyport.aws.serving;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.Settings;
import io.sallyport.rules.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/**
 * Who may invoke an endpoint, and since when not (S13, S16; design, trust 8). An endpoint takes no
 * policy of its own, so the right is an identity policy of the role, one for each endpoint: it
 * allows or denies, and one call puts the one in the place of the other. IAM cannot be asked to
 * write only where nothing was changed meanwhile: in one policy about all endpoints a permission
 * could undo a withdrawal of that moment. IAM needs a moment; what counts is a call that is really
 * answered or really refused.
 */
@Component
public class InvokePermissions {

  /** Of all inline policies of a role together, without white space; nobody can raise it. */
  static final int CHARACTERS_MAX = 10_240;

  private static final String GUARD = "through-vpc-endpoint";
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final IamClient iam;
  private final Invocations invocations;
  private final Settings settings;

  public InvokePermissions(IamClient iam, Invocations invocations, Settings settings) {
    this.iam = iam;
    this.invocations = invocations;
    this.settings = settings;
  }

  /**
   * Lets the role invoke the endpoint, through the VPC endpoint alone where the settings name one.
   * Can be repeated.
   *
   * @throws Refused {@code service/permissions-fit-into-the-role} when it has no room for another
   */
  public void permit(Caller caller, ResourceName endpoint) {
    String through = settings.invocationVpcEndpoint();
    try {
      if (!through.isEmpty()) put(caller, GUARD, PolicyText.denyElsewhere(through));
      put(caller, policy(endpoint), PolicyText.allow(endpointArn(endpoint)));
    } catch (LimitExceededException full) {
      String one = "one endpoint too many for the role " + role(caller);
      String limit = CHARACTERS_MAX + " characters of inline policies a role";
      throw new Refused("service/permissions-fit-into-the-role", endpoint, one, limit);
    }
  }

  /**
   * Denies the role the endpoint, in the place of the right. Where there was no right, and no room
   * is left for a denial, there is none of either: what nothing allows is refused. Can be repeated.
   */
  public void withdraw(Caller caller, ResourceName endpoint) {
    try {
      put(caller, policy(endpoint), PolicyText.deny(endpointArn(endpoint)));
    } catch (LimitExceededException full) {
      forget(caller, endpoint);
    }
  }

  /**
   * Leaves neither right nor denial: of an endpoint that is gone, or to a role that has no other.
   */
  public void forget(Caller caller, ResourceName endpoint) {
    try {
      iam.deleteRolePolicy(delete -> delete.roleName(role(caller)).policyName(policy(endpoint)));
    } catch (NoSuchEntityException alreadyGone) {
      return;
    }
  }

  /**
   * Whether a real call as this role gets past IAM now. The call carries an empty line, which no
   * model understands, under an inference id that begins with {@code sallyport-permission-}.
   */
  public boolean isPermitted(Caller caller, ResourceName endpoint) {
    String id = "sallyport-permission-" + UUID.randomUUID();
    byte[] emptyLine = "\n".getBytes(StandardCharsets.UTF_8);
    try {
      invocations.invoke(caller, new Invocation(endpoint.value(), emptyLine, id));
      return true;
    } catch (Refused refused) {
      return !refused.findings().get(0).rule().equals("service/caller-is-permitted");
    }
  }

  /**
   * Looks, for some seconds at most, until a real call shows the change in force. One that is not
   * in force by then is technical trouble: the step is tried again, and holds nothing meanwhile.
   */
  public void confirm(Caller caller, ResourceName endpoint, boolean permitted) {
    long deadline = System.nanoTime() + settings.timeouts().permission().toNanos();
    while (isPermitted(caller, endpoint) != permitted) {
      if (System.nanoTime() > deadline) {
        String wanted = permitted ? "permitted" : "refused";
        throw new IllegalStateException(
            caller + " is not yet " + wanted + " at " + endpoint + "; IAM may need longer");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private void put(Caller caller, String policy, String document) {
    iam.putRolePolicy(
        put -> put.roleName(role(caller)).policyName(policy).policyDocument(document));
  }

  private String role(Caller caller) {
    String arn =
        switch (caller) {
          case INVOKING -> settings.roles().invoking();
          case CHECKING -> settings.roles().checking();
        };
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private String endpointArn(ResourceName endpoint) {
    String partition = Region.of(settings.region()).metadata().partition().id();
    return String.join(
        ":",
        "arn",
        partition,
        "sagemaker",
        settings.region(),
        settings.account(),
        "endpoint/" + endpoint);
  }

  private static String policy(ResourceName endpoint) {
    return "invoke-" + endpoint;
  }
}
