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
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/**
 * Who may invoke an endpoint, and since when not (S13, S16; design, trust 8). An endpoint takes no
 * policy of its own, so the right is an identity policy of the role, one for each endpoint. Taking
 * it away writes a denial first, which wins over anything that allows, and then removes the right.
 * IAM needs a moment; what counts is a call that is really answered or really refused.
 */
@Component
public class InvokePermissions {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final IamClient iam;
  private final Invocations invocations;
  private final Settings settings;

  public InvokePermissions(IamClient iam, Invocations invocations, Settings settings) {
    this.iam = iam;
    this.invocations = invocations;
    this.settings = settings;
  }

  /** Lets the role invoke the endpoint. Can be repeated. */
  public void permit(Caller caller, ResourceName endpoint) {
    String arn = endpointArn(endpoint);
    put(caller, allowed(endpoint), PolicyText.allow(arn, settings.invocationVpcEndpoint()));
    remove(caller, denied(endpoint));
  }

  /** Denies the role the endpoint, then removes the right. Can be repeated. */
  public void withdraw(Caller caller, ResourceName endpoint) {
    put(caller, denied(endpoint), PolicyText.deny(endpointArn(endpoint)));
    remove(caller, allowed(endpoint));
  }

  /** Removes right and denial of an endpoint that is gone. */
  public void forget(Caller caller, ResourceName endpoint) {
    remove(caller, allowed(endpoint));
    remove(caller, denied(endpoint));
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

  private void remove(Caller caller, String policy) {
    try {
      iam.deleteRolePolicy(delete -> delete.roleName(role(caller)).policyName(policy));
    } catch (NoSuchEntityException alreadyGone) {
      return;
    }
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

  private static String allowed(ResourceName endpoint) {
    return "invoke-" + endpoint;
  }

  private static String denied(ResourceName endpoint) {
    return "never-invoke-" + endpoint;
  }
}
