package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class JobsAreBoundedTest {

  private final JobsAreBounded rule = new JobsAreBounded();

  @Test
  void S05_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S05_job_without_an_end_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("job-without-an-end")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/jobs-are-bounded: /training/maximumRuntimeSeconds is 2000000;"
                + " the limit is 60 to 432000");
  }

  @Test
  void S05_job_on_a_huge_volume_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("job-on-a-huge-volume")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/jobs-are-bounded: /training/volumeGigabytes is 16384; the lim"
                + "it is 1 to 1024");
  }

  @Test
  void S05_job_on_too_many_machines_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("job-on-too-many-machines")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/jobs-are-bounded: /training/instanceCount is 64; the limit is" + " 1 to 4");
  }
}
