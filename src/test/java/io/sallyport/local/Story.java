package io.sallyport.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.Inbox;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.local.keycloak.Visitor.Page;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.workflow.HumanTask;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A version's way through the whole boundary: waited for, and decided about in the pages, with the
 * person's own step-up signature, as in a browser.
 */
public final class Story {

  /** From one place to the next, with all jobs between them, on a busy machine. */
  private static final Duration CHAPTER = Duration.ofMinutes(8);

  private final LocalBoundary boundary;
  private final String version;

  public Story(LocalBoundary boundary, ModelVersion version) {
    this(boundary, version.id());
  }

  public Story(LocalBoundary boundary, String version) {
    this.boundary = boundary;
    this.version = version;
  }

  /**
   * The satellite sample in service at the endpoint {@code coast-cover}, uploaded and submitted
   * over REST by the machine of {@code sentinel}, authorized by Alice: once a JVM. Many tests look
   * at it, so leave it as it is.
   */
  public static Story inService() {
    return Shared.IN_SERVICE;
  }

  private static Story begun() {
    LocalBoundary boundary = LocalBoundary.shared();
    Pipeline pipeline = new Pipeline(boundary);
    StoredObject data = pipeline.upload(Path.of("samples/satellite.csv"));
    Submission submission =
        boundary.sample("sentinel").submission("coast-cover", data, "land_cover", "0.85");
    Story story = new Story(boundary, pipeline.submit(submission));
    story.authorizedBy("alice").reaches(State.IN_SERVICE);
    return story;
  }

  public ModelVersion version() {
    return boundary.bean(Models.class).of(version);
  }

  /** Waits for Gate 3, where {@code username} authorizes it without conditions. */
  public Story authorizedBy(String username) {
    String grounds = "The bound lies above the limit, no finding is open.";
    decides(username, "decide-on-promotion", Map.of("outcome", "authorize", "grounds", grounds));
    return this;
  }

  /** Waits for the task and takes it through form, sign page and step-up to the receipt. */
  public Page decides(String username, String task, Map<String, String> answers) {
    String address = "/tasks/" + waitsAt(task).id();
    Visitor visitor = Visitor.loggedIn(boundary.address(), username);
    Page sign = visitor.follow(visitor.submit(visitor.get(address), answers));
    Page stepUp = visitor.submit(sign, Map.of());
    Page receipt = visitor.follow(visitor.signAt(stepUp.location(), username));
    if (!receipt.at().getPath().equals(address + "/signed")) {
      throw new AssertionError(username + " did not sign " + task + ": " + receipt);
    }
    return receipt;
  }

  /** The first open task of this key, once there is one. */
  public HumanTask waitsAt(String task) {
    return Await.found(
        version + " waits at " + task + ", having " + kinds(),
        CHAPTER,
        () -> {
          requireOnItsWay(State.IN_PROGRESS, State.IN_SERVICE, State.SUSPENDED);
          return boundary.bean(Inbox.class).about(version).stream()
              .filter(each -> each.key().equals(task))
              .findFirst();
        });
  }

  public ModelVersion reaches(State state) {
    return Await.found(
        version + " becomes " + state + ", having " + kinds(),
        CHAPTER,
        () -> {
          requireOnItsWay(State.IN_PROGRESS, State.IN_SERVICE, State.SUSPENDED, state);
          return Optional.of(version()).filter(now -> now.state() == state);
        });
  }

  /** What has ended otherwise is waited for no longer. */
  private void requireOnItsWay(State... states) {
    if (!List.of(states).contains(version().state())) {
      throw new AssertionError(version + " is " + version().state() + ", having " + kinds());
    }
  }

  /** A fact of this kind comes about beside the case, and says no more. */
  public void records(String kind) {
    Fact fact =
        new Fact(
            kind,
            1,
            version,
            Fact.SALLYPORT,
            Optional.empty(),
            boundary.bean(Clock.class).instant(),
            Optional.empty(),
            Map.of());
    boundary
        .bean(TransactionTemplate.class)
        .executeWithoutResult(status -> boundary.bean(Ledger.class).append(fact));
  }

  /** Kinds of its facts, in their order. */
  public List<String> kinds() {
    return boundary.bean(Ledger.class).facts(version).stream().map(RecordedFact::kind).toList();
  }

  /** What its newest fact of this kind says. */
  public JsonNode payload(String kind) {
    return Lineage.of(boundary.bean(Ledger.class), version).payload(kind);
  }

  private static final class Shared {
    static final Story IN_SERVICE = begun();
  }
}
