package io.sallyport;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.house.ConfigurationPage;
import io.sallyport.house.Generated;
import io.sallyport.house.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every setting is documented, from where it is bound. {@code -Dupdate=true} writes the page. */
class ConfigurationTest {

  private static final ConfigurationPage PAGE = new ConfigurationPage(Sources.below(Sources.MAIN));

  @Test
  void the_page_of_settings_is_not_stale() throws IOException {
    String yaml = Files.readString(Path.of("src/main/resources/application.yaml"));
    Generated.isUpToDate(Path.of("docs/configuration.md"), PAGE.text(yaml));
  }

  @Test
  void every_setting_says_what_it_means() {
    assertThat(PAGE.settings()).isNotEmpty();
    assertThat(PAGE.settings().values())
        .filteredOn(line -> !line.contains("`sallyport.models.programs.")) // the name says it
        .allSatisfy(line -> assertThat(line).doesNotEndWith("|  |"));
  }
}
