package io.sallyport.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;

/** L1: on the local boundary runs the product; nothing of the tests is one of its parts. */
class ApplicationAloneTest {

  @Test
  void L1_no_component_of_the_tests_is_found_by_the_application() {
    StandardEnvironment local = new StandardEnvironment();
    local.setActiveProfiles("local");
    var scan = new ClassPathScanningCandidateComponentProvider(true, local);

    var found = scan.findCandidateComponents("io.sallyport");

    assertThat(found).hasSizeGreaterThan(50);
    assertThat(found)
        .filteredOn(ApplicationAloneTest::isOfTheTests)
        .extracting(BeanDefinition::getBeanClassName)
        .isEmpty();
  }

  private static boolean isOfTheTests(BeanDefinition component) {
    return String.valueOf(component.getResourceDescription()).contains("test-classes");
  }
}
