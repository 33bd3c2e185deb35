package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class NamesFollowTheirGrammarTest {

  private final NamesFollowTheirGrammar rule = new NamesFollowTheirGrammar();

  @Test
  void S08_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S08_model_with_a_path_for_a_name_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("model-with-a-path-for-a-name")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/names-follow-their-grammar: /model is ../harbor; the limit is"
                + " [a-z][a-z0-9-]{0,39}");
  }

  @Test
  void S08_endpoint_with_a_bad_name_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("endpoint-with-a-bad-name")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/names-follow-their-grammar: /endpoint/name is Land Cover; the"
                + " limit is [a-z0-9](-*[a-z0-9]){0,62}");
  }

  @Test
  void S08_script_version_with_a_shell_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("script-version-with-a-shell")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/names-follow-their-grammar: /training/scriptVersion is $(curl"
                + " x); the limit is [A-Za-z0-9][A-Za-z0-9._/+-]{0,99}");
  }
}
