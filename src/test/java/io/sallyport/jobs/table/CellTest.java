package io.sallyport.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {

  @Test
  void A3_only_plain_finite_decimals_are_numbers() {
    assertThat(List.of("1", "-1.5e3", ".5", "+2."))
        .allSatisfy(text -> assertThat(Cell.number(text)).isPresent());
    assertThat(List.of("", "1,5", "1d", "0x1", "Infinity", "1e400", "e5", "2020-01-02"))
        .allSatisfy(text -> assertThat(Cell.number(text)).isEmpty());
    assertThat(List.of("", "NA", "NaN", "null", "?"))
        .allSatisfy(text -> assertThat(Cell.missing(text)).isTrue());
  }
}
