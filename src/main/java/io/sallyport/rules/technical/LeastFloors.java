package io.sallyport.rules.technical;

import io.sallyport.rules.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a measurement needs in every tier, whatever the table {@code gate-1-thresholds} says (S09;
 * design, trust 1): enough rows for an interval of 99 %, few enough looks that their errors stay
 * below 5 % together, few enough near copies that the held-out set is one. The table may only ask
 * for more.
 */
public final class LeastFloors {

  static final long ROWS_MIN = 300;
  static final long ROWS_PER_CLASS_MIN = 30;
  static final BigDecimal NEAR_DUPLICATE_SHARE_MAX = new BigDecimal("0.005");
  static final int LOOKS_MAX = 10;

  private LeastFloors() {}

  /** A floor that asks for less than a measurement needs. */
  public record Shortfall(String floor, String value, String limit) {}

  /** Where the floors ask for less. */
  public static List<Shortfall> shortfalls(Floors floors) {
    List<Shortfall> shortfalls = new ArrayList<>();
    if (floors.minimumRows() < ROWS_MIN) {
      shortfalls.add(atLeast("held-out rows", floors.minimumRows(), ROWS_MIN));
    }
    if (floors.minimumRowsPerClass() < ROWS_PER_CLASS_MIN) {
      shortfalls.add(
          atLeast("held-out rows of each class", floors.minimumRowsPerClass(), ROWS_PER_CLASS_MIN));
    }
    if (!isShare(floors.maximumNearDuplicateShare())) {
      String share = floors.maximumNearDuplicateShare();
      String value = share.isBlank() ? "not recorded" : share;
      shortfalls.add(
          new Shortfall("share of near copies", value, "0 to " + NEAR_DUPLICATE_SHARE_MAX));
    }
    if (floors.maximumLooks() < 1 || floors.maximumLooks() > LOOKS_MAX) {
      String looks = String.valueOf(floors.maximumLooks());
      shortfalls.add(new Shortfall("looks at one held-out set", looks, "1 to " + LOOKS_MAX));
    }
    return List.copyOf(shortfalls);
  }

  private static Shortfall atLeast(String floor, long value, long least) {
    return new Shortfall(floor, String.valueOf(value), "at least " + least);
  }

  private static boolean isShare(String text) {
    try {
      BigDecimal share = PlainDecimal.of("the share", text);
      return share.signum() >= 0 && share.compareTo(NEAR_DUPLICATE_SHARE_MAX) <= 0;
    } catch (Refused noDecimal) {
      return false;
    }
  }
}
