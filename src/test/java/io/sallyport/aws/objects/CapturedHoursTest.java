package io.sallyport.aws.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.aws.OnLocalAws;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** S18: the hours in which an endpoint captured anything. */
class CapturedHoursTest {

  private static final String BUCKET = "sallyport-artifacts";
  private static final String PREFIX = "s3://" + BUCKET + "/capture/cover/authorized/";

  private final OnLocalAws local = new OnLocalAws();
  private final S3Client s3 = local.clients().s3();
  private final CapturedHours captured = new CapturedHours(s3);

  @BeforeEach
  void bucket() {
    s3.createBucket(bucket -> bucket.bucket(BUCKET));
  }

  @AfterEach
  void end() {
    local.close();
  }

  @Test
  void S18_a_window_over_two_hours_has_the_folders_that_hold_something() {
    write("2026/11/24/10/59-59-999-a.jsonl");
    write("2026/11/24/11/00-00-001-b.jsonl");

    assertThat(captured.between(PREFIX, at("10:30:00"), at("11:30:00")))
        .containsExactly(PREFIX + "2026/11/24/10/", PREFIX + "2026/11/24/11/");
    assertThat(captured.between(PREFIX, at("11:00:00"), at("12:00:00")))
        .containsExactly(PREFIX + "2026/11/24/11/");
  }

  @Test
  void S18_what_was_written_before_or_after_is_not_of_the_window() {
    write("2026/11/24/10/09-59-999-a.jsonl");
    write("2026/11/24/10/20-00-000-b.jsonl");

    assertThat(captured.between(PREFIX, at("10:10:00"), at("10:20:00"))).isEmpty();
    assertThat(captured.between(PREFIX, at("10:10:00"), at("10:20:01"))).hasSize(1);
  }

  private void write(String file) {
    s3.putObject(
        put -> put.bucket(BUCKET).key("capture/cover/authorized/" + file),
        RequestBody.fromString("{}"));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-24T" + time + "Z");
  }
}
