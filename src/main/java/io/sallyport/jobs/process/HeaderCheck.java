package io.sallyport.jobs.process;

import io.sallyport.jobs.Findings;
import io.sallyport.rules.table.Columns;
import io.sallyport.rules.table.Excerpt;
import io.sallyport.rules.technical.ProcessingPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * May columns of these names be worked with under this plan? Names are data: markup in them is
 * kept, and escaped by whoever shows it.
 */
final class HeaderCheck {

  /** Bounds what is held for each column. */
  static final int COLUMNS_MAX = 4096;

  static final int NAME_LENGTH_MAX = 128;

  private final ProcessingPlan plan;
  private final Findings findings;

  HeaderCheck(ProcessingPlan plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  /** Whether rows under these columns can be told apart at all. */
  static boolean canBeSurveyed(List<String> names) {
    return names.size() > 1 && names.size() <= COLUMNS_MAX;
  }

  /** Tells all that is wrong with the header of the data set. */
  void check(List<String> names) {
    if (names.size() == 1) {
      wrongDelimiter(names.get(0));
      return;
    }
    if (names.size() > COLUMNS_MAX) {
      findings.add("data/columns-fit", "the header", names.size() + " columns", COLUMNS_MAX);
      return;
    }
    names(names);
    named(names);
  }

  private void wrongDelimiter(String name) {
    findings.add(
        "data/the-delimiter-separates-columns",
        "the header",
        "one column, " + Excerpt.of(name),
        Columns.separatedBy(plan.delimiter(), name));
  }

  private void names(List<String> names) {
    Set<String> met = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.isEmpty() || name.length() > NAME_LENGTH_MAX || !printable(name)) {
        findings.add(
            "data/columns-have-names",
            "column " + (i + 1),
            name.isEmpty() ? "without a name" : Excerpt.of(name),
            "1 to " + NAME_LENGTH_MAX + " printable characters");
      } else if (!met.add(name)) {
        findings.add(
            "data/column-names-are-unique",
            "column " + (i + 1),
            Excerpt.of(name) + ", a name given before",
            "a name of its own");
      }
    }
  }

  private static boolean printable(String name) {
    return name.codePoints()
        .noneMatch(
            point ->
                Character.isISOControl(point)
                    || Character.getType(point) == Character.FORMAT
                    || Character.getType(point) == Character.UNASSIGNED
                    || Character.getType(point) == Character.SURROGATE);
  }

  private void named(List<String> names) {
    mustExist("data/the-label-is-a-column", "the label", plan.label(), names);
    plan.split()
        .groupColumn()
        .ifPresent(
            group -> mustExist("data/the-group-is-a-column", "the group column", group, names));
    for (String dropped : plan.dropColumns()) {
      mustExist("data/dropped-columns-exist", "a column to drop", dropped, names);
    }
    for (String fixed : new TreeSet<>(plan.columnKinds().keySet())) {
      mustExist("data/columns-of-a-kind-exist", "a column of a fixed kind", fixed, names);
    }
    if (plan.dropColumns().contains(plan.label())) {
      findings.add(
          "data/the-label-is-kept", "the label", Excerpt.of(plan.label()), "not to be dropped");
    }
  }

  private void mustExist(String rule, String subject, String name, List<String> names) {
    if (names.contains(name)) return;
    findings.add(rule, subject, Excerpt.of(name), Columns.insteadOf(name, names));
  }

  /** A ready hold-out has the same columns, in any order; tells whether that is so. */
  boolean checkReadyHoldout(List<String> names, List<String> holdout) {
    Set<String> missing = new TreeSet<>(names);
    holdout.forEach(missing::remove);
    Set<String> foreign = new TreeSet<>(holdout);
    names.forEach(foreign::remove);
    String rule = "data/the-hold-out-has-the-same-columns";
    for (String name : missing) {
      findings.add(rule, Excerpt.of(name), "not in the hold-out", "every column of the data set");
    }
    for (String name : foreign) {
      findings.add(rule, Excerpt.of(name), "in the hold-out alone", "no other column");
    }
    if (missing.isEmpty() && foreign.isEmpty() && holdout.size() != names.size()) {
      findings.add(rule, "the hold-out", "a column name given twice", "each column once");
      return false;
    }
    return missing.isEmpty() && foreign.isEmpty();
  }
}
