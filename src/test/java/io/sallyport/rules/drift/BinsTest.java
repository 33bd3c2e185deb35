package io.sallyport.rules.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BinsTest {

  @Test
  void S17_an_edge_belongs_to_the_bin_below_it() {
    Bins bins = new Bins("x", List.of(1.0, 2.0), List.of());

    assertThat(bins.of(1.0)).isZero();
    assertThat(bins.of(1.5)).isEqualTo(1);
    assertThat(bins.of(2.1)).isEqualTo(2);
    assertThat(bins.of(Double.NaN)).isEqualTo(3);
  }

  @Test
  void S17_few_distinct_values_have_few_bins() {
    assertThat(Bins.ofNumbers("flag", new double[] {0, 0, 0, 1, 1, 1}).edges())
        .containsExactly(0.0, 1.0);
    assertThat(Bins.ofNumbers("empty", new double[] {Double.NaN}).edges()).isEmpty();
  }

  @Test
  void S17_a_category_is_a_bin_and_an_unseen_one_is_other() {
    Bins bins = Bins.ofWords("zone", List.of("south", "north", "south", ""));

    assertThat(bins.categories()).containsExactly("south", "north");
    assertThat(bins.of("north")).isEqualTo(1);
    assertThat(bins.of("west")).isEqualTo(2);
    assertThat(bins.of("")).isEqualTo(3);
    assertThat(bins.count()).isEqualTo(4);
  }

  @Test
  void S17_rare_categories_beyond_fifty_are_counted_together() {
    List<String> words = IntStream.range(0, 200).mapToObj(i -> "w" + i % (1 + i % 100)).toList();

    assertThat(Bins.ofWords("many", words).categories()).hasSize(50);
  }

  @Property
  void S17_every_number_has_a_bin(@ForAll double[] values, @ForAll double asked) {
    Bins bins = Bins.ofNumbers("x", values);

    assertThat(bins.of(asked)).isBetween(0, bins.count() - 1);
    assertThat(bins.edges()).isSorted().doesNotHaveDuplicates();
  }
}
