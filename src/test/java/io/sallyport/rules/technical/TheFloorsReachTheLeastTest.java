package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheFloorsReachTheLeastTest {

  private final TheFloorsReachTheLeast rule = new TheFloorsReachTheLeast();

  @ParameterizedTest
  @CsvSource({"300, 30, 0.005, 10", "1000, 100, 0.001, 3", "300, 30, 0, 1"})
  void S09_floors_that_ask_for_as_much_or_more_hold(
      long rows, long perClass, String share, int looks) {
    assertThat(check(new Floors(rows, perClass, Map.of(), share, looks))).isEmpty();
  }

  @Test
  void S09_a_weakened_table_is_named_floor_by_floor() {
    assertThat(check(new Floors(299, 29, Map.of(), "0.0051", 11)))
        .extracting(Finding::toString)
        .containsExactly(
            "gate-1/the-floors-reach-the-least: the floor of held-out rows is 299; the limit is at"
                + " least 300",
            "gate-1/the-floors-reach-the-least: the floor of held-out rows of each class is 29; the"
                + " limit is at least 30",
            "gate-1/the-floors-reach-the-least: the floor of share of near copies is 0.0051; the"
                + " limit is 0 to 0.005",
            "gate-1/the-floors-reach-the-least: the floor of looks at one held-out set is 11; the"
                + " limit is 1 to 10");
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "-1, 10", "all of them, 10", "0.005, 0"})
  void S09_a_floor_that_is_no_floor_is_named(String share, int looks) {
    assertThat(check(new Floors(300, 30, Map.of(), share, looks))).isNotEmpty();
  }

  private List<Finding> check(Floors floors) {
    return rule.check(passing().floors(floors).facts());
  }
}
