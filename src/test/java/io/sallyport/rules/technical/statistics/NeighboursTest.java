package io.sallyport.rules.technical.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NeighboursTest {

  private static final List<Boolean> NUMERIC = List.of(true, true, false);

  @Property(tries = 200)
  void F08_the_walk_finds_the_same_neighbour_as_looking_at_every_row(
      @ForAll @Size(min = 1, max = 40) List<@Size(3) List<@IntRange(max = 12) Integer>> train,
      @ForAll @Size(3) List<@IntRange(min = -3, max = 15) Integer> row) {
    List<double[]> rows = train.stream().map(NeighboursTest::numbers).toList();
    Scale scale = new Scale(rows, NUMERIC);

    assertThat(new Neighbours(rows, scale).nearest(numbers(row)))
        .isCloseTo(nearestOfAll(rows, numbers(row), scale), within(1e-12));
  }

  @Property(tries = 100)
  void F08_a_row_is_not_its_own_neighbour_but_its_copy_is(
      @ForAll @Size(min = 2, max = 40) List<@Size(3) List<@IntRange(max = 12) Integer>> train) {
    List<double[]> rows = train.stream().map(NeighboursTest::numbers).toList();
    List<double[]> twice = IntStream.range(0, 2).boxed().flatMap(i -> rows.stream()).toList();
    Neighbours neighbours = new Neighbours(twice, new Scale(twice, NUMERIC));

    assertThat(IntStream.range(0, twice.size()).mapToDouble(neighbours::nearestOther).sum())
        .isZero();
  }

  private static double[] numbers(List<Integer> row) {
    return row.stream().mapToDouble(Integer::doubleValue).toArray();
  }

  private static double nearestOfAll(List<double[]> rows, double[] row, Scale scale) {
    double squares =
        rows.stream()
            .mapToDouble(
                each ->
                    scale.squares(scale.scaled(row), scale.scaled(each), Double.POSITIVE_INFINITY))
            .min()
            .orElseThrow();
    return Math.sqrt(squares / row.length);
  }
}
