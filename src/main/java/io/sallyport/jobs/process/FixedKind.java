package io.sallyport.jobs.process;

import io.sallyport.jobs.Findings;
import io.sallyport.jobs.table.Cell;
import io.sallyport.jobs.table.ColumnSurvey;
import io.sallyport.rules.table.Excerpt;
import io.sallyport.rules.technical.ProcessingPlan;
import java.util.HashSet;
import java.util.Set;

/** Rows that do not fit the kind that the submission fixes for a column (S07). */
final class FixedKind {

  private final boolean numeric;
  private final RowFaults misfits;
  private final Set<String> categories = new HashSet<>();

  /** {@code kind} is a word of {@link ProcessingPlan}. */
  FixedKind(String column, String kind) {
    numeric = kind.equals(ProcessingPlan.NUMERIC);
    misfits =
        new RowFaults(
            "data/values-are-of-the-fixed-kind",
            "column " + Excerpt.of(column) + ", fixed as " + kind + ",");
  }

  void add(String value, long line) {
    boolean fits =
        Cell.missing(value) || (numeric ? Cell.number(value).isPresent() : isFewAndShort(value));
    if (!fits) misfits.add(line, Excerpt.of(value));
  }

  private boolean isFewAndShort(String value) {
    if (value.length() > ColumnSurvey.CATEGORY_LENGTH_MAX) return false;
    if (categories.size() < ColumnSurvey.CATEGORIES_MAX) categories.add(value);
    return categories.contains(value);
  }

  void tell(Findings findings) {
    misfits.tell(
        findings,
        numeric
            ? "none; numbers such as -1.5, or nothing"
            : "none; at most "
                + ColumnSurvey.CATEGORIES_MAX
                + " distinct texts of at most "
                + ColumnSurvey.CATEGORY_LENGTH_MAX
                + " characters");
  }
}
