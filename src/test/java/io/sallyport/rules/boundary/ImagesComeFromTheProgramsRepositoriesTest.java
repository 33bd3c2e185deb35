package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class ImagesComeFromTheProgramsRepositoriesTest {

  private final ImagesComeFromTheProgramsRepositories rule =
      new ImagesComeFromTheProgramsRepositories();

  @Test
  void S06_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S06_image_from_docker_hub_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("image-from-docker-hub")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/images-come-from-the-programs-repositories: /containers/train"
                + "ing is docker.io/library/python@sha256:3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3"
                + "f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f; the limit is 123456789012.dkr.ecr.u"
                + "s-gov-west-1.amazonaws.com/ one of sentinel/trainer");
  }

  @Test
  void S06_image_from_public_ecr_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("image-from-public-ecr")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/images-come-from-the-programs-repositories: /containers/train"
                + "ing is public.ecr.aws/deep/learning@sha256:3f3f3f3f3f3f3f3f3f3f3f3f3f3"
                + "f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f; the limit is 123456789012.dkr.e"
                + "cr.us-gov-west-1.amazonaws.com/ one of sentinel/trainer");
  }

  @Test
  void S06_image_of_another_account_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("image-of-another-account")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/images-come-from-the-programs-repositories: /containers/infer"
                + "ence is 999999999999.dkr.ecr.us-gov-west-1.amazonaws.com/sentinel/trai"
                + "ner@sha256:3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3"
                + "f3f3f; the limit is 123456789012.dkr.ecr.us-gov-west-1.amazonaws.com/ "
                + "one of sentinel/trainer");
  }
}
