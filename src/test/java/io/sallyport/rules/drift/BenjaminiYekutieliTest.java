package io.sallyport.rules.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BenjaminiYekutieliTest {

  @Test
  void S18_the_classic_fifteen_are_adjusted_as_the_reference_does() {
    double[] p = {
      .001, .008, .039, .041, .042, .06, .074, .205, .212, .216, .222, .251, .269, .275, .34
    };

    double[] adjusted = BenjaminiYekutieli.adjusted(p);

    assertThat(Arrays.copyOf(adjusted, 3))
        .containsExactly(new double[] {.049773, .199094, .418097}, within(5e-7));
  }

  @Property
  void S18_adjusting_keeps_the_order_and_never_makes_a_p_smaller(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 1) Double> given) {
    double[] p = given.stream().mapToDouble(Double::doubleValue).toArray();

    double[] adjusted = BenjaminiYekutieli.adjusted(p);

    for (int i = 0; i < p.length; i++) {
      assertThat(adjusted[i]).isBetween(p[i] - 1e-12, 1.0);
      for (int j = 0; j < p.length; j++) {
        if (p[i] < p[j]) assertThat(adjusted[i]).isLessThanOrEqualTo(adjusted[j]);
      }
    }
  }
}
