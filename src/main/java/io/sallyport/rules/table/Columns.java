package io.sallyport.rules.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns that there are, as findings about a column that is not there tell them. */
public final class Columns {

  private static final int SHOWN_MAX = 10;

  /** Longer names, and columns after these, are not looked at for a near name: it would be slow. */
  private static final int NEAR_LENGTH_MAX = 64;

  private static final int NEAR_COLUMNS_MAX = 1_000;

  private Columns() {}

  /** {@code one of the 12 columns: 'a', 'b' …; did you mean 'kind'?}. */
  public static String insteadOf(String name, List<String> columns) {
    String near = near(name, columns).map(one -> "; did you mean " + one + "?").orElse("");
    return "one of the " + columns.size() + " columns: " + shown(columns) + near;
  }

  /** Some of the names, each in quotation marks. */
  public static String shown(List<String> columns) {
    String more = columns.size() > SHOWN_MAX ? " …" : "";
    return columns.stream().limit(SHOWN_MAX).map(Excerpt::of).collect(Collectors.joining(", "))
        + more;
  }

  /** Why one column alone came of a header, if another delimiter is in it. */
  public static String separatedBy(String delimiter, String header) {
    List<String> hints = new ArrayList<>();
    for (String other : List.of(",", ";", "\t", "|")) {
      if (header.contains(other)) hints.add(delimiter(other));
    }
    String hint = hints.isEmpty() ? "" : "; the header holds " + String.join(" and ", hints);
    return "two columns or more, separated by " + delimiter(delimiter) + hint;
  }

  private static String delimiter(String delimiter) {
    return delimiter.equals("\t") ? "a tab" : "'" + delimiter + "'";
  }

  /** The column that differs least, and by a quarter of its letters at most. */
  private static Optional<String> near(String name, List<String> columns) {
    if (name.length() > NEAR_LENGTH_MAX) return Optional.empty();
    String wanted = plain(name);
    int least = wanted.length() / 4 + 1;
    String nearest = "";
    for (String column : columns.subList(0, Math.min(columns.size(), NEAR_COLUMNS_MAX))) {
      String plain = plain(column);
      if (plain.isEmpty() || Math.abs(plain.length() - wanted.length()) >= least) continue;
      int distance = distance(wanted, plain);
      if (distance >= least) continue;
      least = distance;
      nearest = column;
    }
    return nearest.isEmpty() ? Optional.empty() : Optional.of(Excerpt.of(nearest));
  }

  /** Case and what joins words are misremembered first. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
  }

  /** Insertions, deletions and replacements between two texts (Levenshtein). */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int i = 0; i <= other.length(); i++) before[i] = i;
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[other.length()];
  }
}
