package io.sallyport.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.aws.serving.ModelRegistry;
import io.sallyport.aws.serving.RegisteredPackage.Approval;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Story;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A program's own training image leaves a pickle that runs a command beside its model (A2). */
@Tag("boundary")
class MaliciousPickleTest {

  private final LocalBoundary boundary = LocalBoundary.shared();

  @Test
  void A2_S10_a_pickle_beside_a_good_model_passes_gate_1_and_is_stopped_and_archived_by_gate_2() {
    String image = boundary.image("harbor/trainer", "pickling-trainer");
    Story story =
        new Story(
            boundary,
            boundary
                .sample("harbor")
                .trainedBy(image)
                .submit("pickled-cover", Path.of("samples/satellite.csv"), "land_cover", "0.85"));

    story.reaches(State.ARCHIVED);

    assertThat(story.kinds())
        .containsSubsequence(
            "gate-1-passed", "security-checked", "gate-2-failed", "model-version-archived")
        .doesNotContain("gate-2-passed", "gate-3-passed", "deployment-checked");
    assertThat(story.payload("gate-2-failed").path("verdict").asText()).isEqualTo("fail");
    assertThat(story.payload("gate-2-failed").path("findings").toString())
        .contains("gate-2/the-artifact-is-understood-to-the-last-byte", "weights.pkl", "posix");
    assertThat(boundary.bean(ModelRegistry.class).describe(modelPackage(story)).approval())
        .isEqualTo(Approval.REJECTED);
    assertThat(archived(story)).contains("model.tar.gz", "evaluation.json", "artifact-scan.json");
  }

  private static String modelPackage(Story story) {
    return story.payload(Lineage.REGISTERED).path("modelPackageArn").asText();
  }

  private static String archived(Story story) {
    return story.payload(Lineage.ARCHIVED).path("archive").toString();
  }
}
