package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Story;
import io.sallyport.models.Lineage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200 MB by a person's own steps (A3): above what a trainer here has memory for. */
@Tag("boundary")
class LargeSubmissionTest {

  @TempDir private Path folder;

  @Test
  void A3_two_hundred_megabytes_are_split_and_refused_by_a_trainer_without_the_memory()
      throws IOException {
    Submitter emil = Submitter.emil(LocalBoundary.shared(), folder);
    Path large = new UnseenTables(folder).large(200_000_000);
    assertThat(Files.size(large)).isGreaterThan(200_000_000);
    Instant begun = Instant.now();
    emil.drafted(large, "kind");
    emil.edit("large", "modulus: 5", "modulus: 10");
    Story story = emil.submitted("large");

    emil.assertRejected(story, "training/the-data-fits-in-memory", "choose one with more memory");

    assertThat(story.payload(Lineage.HELD_OUT_SET_FIXED).path("trainRows").asLong())
        .isGreaterThan(3_900_000);
    System.out.println("200 MB to their verdict: " + Duration.between(begun, Instant.now()));
  }
}
