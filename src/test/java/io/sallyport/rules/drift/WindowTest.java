package io.sallyport.rules.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WindowTest {

  @Property
  void S18_windows_are_added_in_any_order(
      @ForAll("windows") Window a, @ForAll("windows") Window b, @ForAll("windows") Window c) {
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b).rows()).isEqualTo(a.rows() + b.rows());
  }

  @Test
  void S18_windows_of_two_baselines_are_never_added() {
    Window one = Windows.stable(500);
    Window other =
        new Window(
            "c".repeat(64),
            one.from(),
            one.to(),
            0,
            0,
            0,
            one.features(),
            one.answers(),
            one.confidence());

    assertThatThrownBy(() -> one.plus(other)).hasMessageContaining("is not one of");
  }

  @Provide
  Arbitrary<Window> windows() {
    Arbitrary<List<Long>> counts = Arbitraries.longs().between(0, 1_000).list().ofSize(11);
    Arbitrary<Integer> hours = Arbitraries.integers().between(10, 20);
    return Combinators.combine(counts, counts, hours)
        .as(
            (x1, x2, hour) ->
                new Window(
                    Windows.BASELINE,
                    "2026-11-24T" + hour + ":00:00Z",
                    "2026-11-24T" + (hour + 1) + ":00:00Z",
                    x1.stream().mapToLong(Long::longValue).sum(),
                    hour,
                    0,
                    List.of(x1, x2),
                    x2.subList(0, 4),
                    x1));
  }
}
