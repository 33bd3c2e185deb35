package io.sallyport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.rules.Refused;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Design, rule 3: the same step has the same name, another step another one. */
class ResourceNameTest {

  private static final String INSTANCE = "0b7f9c52-c9a5-11f0-9d2c-0242ac120002";

  @Test
  void S05_the_name_follows_from_instance_activity_and_attempt() {
    assertThat(ResourceName.of(INSTANCE, "start-training-job", 1))
        .isEqualTo(ResourceName.of(INSTANCE, "start-training-job", 1))
        .hasToString("start-training-job-1-4f6c3d7eeb61e716")
        .isNotEqualTo(ResourceName.of(INSTANCE, "start-training-job", 2))
        .isNotEqualTo(ResourceName.of(INSTANCE + "x", "start-training-job", 1));
  }

  @Test
  void S05_the_token_is_the_same_for_every_try_and_fits_sagemakers_limit() {
    ResourceName name = ResourceName.of(INSTANCE, "register-model-package", 1);

    assertThat(name.token())
        .isEqualTo(ResourceName.of(INSTANCE, "register-model-package", 1).token())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void S05_a_name_that_sagemaker_refuses_is_refused_where_it_is_made() {
    assertThatThrownBy(() -> new ResourceName("ends-with-"))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "aws/resource-name: name is 'ends-with-';"
                + " the limit is [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");
  }

  @Property(tries = 300)
  void any_instance_and_activity_make_a_name(
      @ForAll String instance, @ForAll String activity, @ForAll @IntRange(min = 1) int attempt) {
    assertThat(ResourceName.of(instance, activity, attempt).value()).hasSizeLessThanOrEqualTo(63);
  }
}
