package io.sallyport;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.sallyport.house.Arrows;
import io.sallyport.house.Habits;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How classes are written; each rule is shown to fail on a class that breaks it. */
class HabitsTest {

  private static final JavaClasses PRODUCT = Arrows.product();
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

  static List<ArchRule> habits() {
    return Habits.ALL;
  }

  @ParameterizedTest
  @MethodSource("habits")
  void C01_the_product_keeps_its_habits(ArchRule habit) {
    habit.check(PRODUCT);
  }

  @ParameterizedTest
  @MethodSource("habits")
  void C01_a_class_that_does_otherwise_is_seen(ArchRule habit) {
    assertThat(habit.evaluate(PLANTED).hasViolation()).isTrue();
  }
}
