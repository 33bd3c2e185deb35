package io.sallyport.browser;

import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.SampleSubmission;
import io.sallyport.local.Story;
import io.sallyport.local.aws.Faults;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.workflow.Incidents;
import io.sallyport.workflow.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;

/**
 * Versions in the states that screens show, each submitted when it is first asked for, once a JVM.
 * Each is changed by one test class at most; the others look at it.
 */
final class PreparedVersions {

  private static final Path SATELLITE = Path.of("samples/satellite.csv");
  private static final Duration STEP = Duration.ofMinutes(2);

  /** Rows that no other test holds out, so that looks at them are counted alone. */
  private static final int REMAINDER = 1;

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final SampleSubmission sample = boundary.sample("sentinel").apart(REMAINDER);
  private final Map<String, Story> told = new HashMap<>();

  private PreparedVersions() {}

  static PreparedVersions shared() {
    return Shared.VERSIONS;
  }

  /** The page of a version; it does not ask again by itself. */
  static String page(Story story) {
    ModelVersion version = story.version();
    return "/models/" + version.model() + "/" + version.number() + "?live=off";
  }

  /** Waits at Gate 3 for Alice or Bob; nobody signs it. */
  Story waiting() {
    Story waiting = submitted(sample, "river-ice", "0.85");
    waiting.waitsAt("decide-on-promotion");
    return waiting;
  }

  /** Waits at Gate 2 for Rita: its image has a vulnerability. */
  Story reviewed() {
    return submitted(sample.withReviewedImage(), "crop-type", "0.85");
  }

  /** Archived: Gate 1 did not find it proven. */
  Story notProven() {
    Story notProven = submitted(sample, "snow-depth", "0.95");
    notProven.reaches(State.ARCHIVED);
    return notProven;
  }

  /** In service under Alice's signature, to be stopped. */
  Story inService() {
    Story inService = submitted(sample, "tide-flats", "0.85");
    if (inService.version().state() == State.IN_PROGRESS) inService.authorizedBy("alice");
    inService.reaches(State.IN_SERVICE);
    return inService;
  }

  /** Stands still at its first job, which AWS refused: an operator is asked. */
  Story broken() {
    return told.computeIfAbsent("ship-echo", this::stuckAtItsFirstJob);
  }

  private Story stuckAtItsFirstJob(String model) {
    Faults faults = boundary.aws().faults();
    faults.throttle("sagemaker", "CreateProcessingJob", Integer.MAX_VALUE);
    Story story =
        new Story(
            boundary,
            boundary
                .sample("sentinel")
                .submit(model, Path.of("samples/sonar.csv"), "class", "0.85"));
    String version = story.version().id();
    Incidents incidents = boundary.bean(Incidents.class);
    Trouble trouble =
        Await.found(
            "the first try of " + version + " fails",
            STEP,
            () ->
                incidents.beingRetried(Set.of("sentinel")).stream()
                    .filter(one -> one.modelVersion().equals(version))
                    .findFirst());
    faults.clear();
    boundary.bean(ManagementService.class).setJobRetries(trouble.id(), 0);
    return story;
  }

  private Story submitted(SampleSubmission from, String model, String accuracy) {
    return told.computeIfAbsent(
        model, first -> new Story(boundary, from.submit(first, SATELLITE, "land_cover", accuracy)));
  }

  private static final class Shared {
    static final PreparedVersions VERSIONS = new PreparedVersions();
  }
}
