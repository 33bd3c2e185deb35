package io.sallyport.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VersionLinkTest {

  @Test
  void F31_the_page_of_a_version_has_one_address_whatever_its_model_is_called() {
    assertThat(VersionLink.of("land-cover-7")).isEqualTo("/models/land-cover/7");
    assertThat(VersionLink.words("land-cover-7")).isEqualTo("land-cover version 7");
    assertThatThrownBy(() -> VersionLink.of("realm"))
        .hasMessage("'realm' is no id of a model version");
  }
}
