package io.sallyport.gates.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.gates.pages.Comparison.Difference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Map<String, Object> ASKED =
      Map.of(
          "endpoint", Map.of("consumers", List.of("emil", "broker")),
          "envelope", Map.of("expires", "2027-12-01"));

  @Test
  void F03_F32_limits_on_the_version_in_service_show_where_the_next_one_would_lift_them() {
    Map<String, Object> limited = Map.of("expires", "2027-03-01", "consumers", List.of("emil"));

    Comparison compared =
        Comparison.of(
            Map.of(
                "submission",
                ASKED,
                "inService",
                Map.of("version", "port 1", "submission", ASKED, "terms", limited)),
            name -> name);

    assertThat(compared.differences())
        .containsExactly(
            new Difference("Who may call it", "emil", "emil, broker"),
            new Difference("Authorization ends", "2027-03-01", "2027-12-01"));
  }

  @Test
  void F03_without_limits_what_was_asked_for_is_compared() {
    Comparison compared =
        Comparison.of(
            Map.of(
                "submission", ASKED, "inService", Map.of("version", "port 1", "submission", ASKED)),
            name -> name);

    assertThat(compared.differences()).isEmpty();
  }
}
