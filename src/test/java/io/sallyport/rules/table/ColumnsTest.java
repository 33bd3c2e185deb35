package io.sallyport.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  private static final List<String> COLUMNS = List.of("zone", "land_cover", "x1");

  @Test
  void S05_the_nearest_name_is_suggested_and_a_far_one_is_not() {
    assertThat(Columns.insteadOf("land_kover", COLUMNS))
        .isEqualTo("one of the 3 columns: 'zone', 'land_cover', 'x1'; did you mean 'land_cover'?");
    assertThat(Columns.insteadOf("LandCover", COLUMNS)).endsWith("did you mean 'land_cover'?");
    assertThat(Columns.insteadOf("x2", COLUMNS)).doesNotContain("did you mean");
    assertThat(Columns.insteadOf("cover_of_land", COLUMNS)).doesNotContain("did you mean");
    assertThat(Columns.insteadOf("é".repeat(10_000), COLUMNS)).doesNotContain("did you mean");
  }

  @Test
  void S05_of_many_columns_ten_are_shown() {
    assertThat(Columns.insteadOf("kind", Collections.nCopies(4_096, "x")))
        .isEqualTo("one of the 4096 columns: " + "'x', ".repeat(9) + "'x' …");
  }
}
