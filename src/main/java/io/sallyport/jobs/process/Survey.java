package io.sallyport.jobs.process;

import io.sallyport.jobs.Findings;
import io.sallyport.jobs.table.ColumnSurvey;
import io.sallyport.rules.Refused;
import io.sallyport.rules.table.Excerpt;
import io.sallyport.rules.table.Table;
import io.sallyport.rules.technical.ProcessingPlan;
import io.sallyport.rules.technical.ProcessingReport;
import io.sallyport.rules.technical.ProcessingReport.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The first pass over the rows: counts, kinds of columns, and all that is wrong. Keeps no row. */
final class Survey implements Submitted.Visitor {

  private final Layout layout;
  private final List<ColumnSurvey> columns;
  private final Map<Integer, FixedKind> fixed = new TreeMap<>();
  private final LabelSurvey labels;
  private final Optional<GroupSurvey> groups;
  private final RowFaults ragged =
      new RowFaults("data/every-row-is-complete", "rows that do not fit the header");
  private long trainRows;
  private long holdoutRows;

  private Survey(ProcessingPlan plan, Layout layout, boolean readyHoldout) {
    this.layout = layout;
    this.columns = layout.names().stream().map(name -> survey(plan, name)).toList();
    for (int place : layout.kept()) {
      String name = layout.names().get(place);
      String kind = plan.columnKinds().getOrDefault(name, "");
      if (!kind.isEmpty()) fixed.put(place, new FixedKind(name, kind));
    }
    this.labels = new LabelSurvey(plan);
    this.groups =
        plan.split()
            .groupColumn()
            .filter(group -> readyHoldout && layout.group() >= 0)
            .map(GroupSurvey::new);
  }

  private static ColumnSurvey survey(ProcessingPlan plan, String name) {
    String kind = plan.columnKinds().getOrDefault(name, "");
    return new ColumnSurvey(kind.equals(ProcessingPlan.CATEGORICAL));
  }

  /** No row was read. */
  static Survey ofNothing(ProcessingPlan plan, Layout layout) {
    return new Survey(plan, layout, false);
  }

  /** Reads all rows; a file that turns unreadable ends the pass and is told among the rest. */
  static Survey of(Submitted submitted, Layout layout, Submitted.Meter meter, Findings findings)
      throws IOException {
    boolean ready = submitted.readyHoldout().isPresent();
    Survey survey = new Survey(submitted.plan(), layout, ready);
    try {
      submitted.visit(layout, survey, meter);
      survey.tell(findings);
    } catch (Refused unreadable) {
      findings.addAll(unreadable.findings());
    }
    return survey;
  }

  @Override
  public void row(Table.Row row, boolean heldOut) {
    List<String> values = row.values();
    if (values.size() != columns.size()) {
      ragged.add(row.line(), values.size() + " values");
      return;
    }
    if (heldOut) {
      holdoutRows++;
    } else {
      trainRows++;
    }
    if (layout.label() >= 0) labels.add(values.get(layout.label()), row.line(), heldOut);
    for (int place : layout.kept()) columns.get(place).add(values.get(place), row.line(), heldOut);
    fixed.forEach((place, kind) -> kind.add(values.get(place), row.line()));
    groups.ifPresent(each -> each.add(values.get(layout.group()), row.line(), heldOut));
  }

  private void tell(Findings findings) {
    ragged.tell(findings, "none; each row has " + columns.size() + " values like the header");
    if (trainRows == 0 || holdoutRows == 0) {
      findings.add(
          "data/both-parts-have-rows",
          "the split",
          trainRows + " rows for training and " + holdoutRows + " held out",
          "at least 1 in each");
    }
    if (layout.label() >= 0) labels.tell(findings);
    groups.ifPresent(each -> each.tell(findings));
    fixed.values().forEach(kind -> kind.tell(findings));
    for (int place : layout.kept()) {
      if (!fixed.containsKey(place)) tellColumn(place, findings);
    }
    if (features().isEmpty()) {
      findings.add(
          "data/there-is-something-to-learn-from",
          "the columns beside the label",
          "none usable",
          "at least 1 numeric column or column of at most "
              + ColumnSurvey.CATEGORIES_MAX
              + " distinct texts");
    }
  }

  private void tellColumn(int place, Findings findings) {
    String subject = "column " + Excerpt.of(layout.names().get(place));
    String limit = "numbers such as -1.5, or nothing; correct the values or drop the column";
    ColumnSurvey column = columns.get(place);
    column
        .textAmongNumbers()
        .ifPresent(text -> findings.add("data/numbers-are-numbers", subject, text, limit));
    column
        .textHeldOutOnly()
        .ifPresent(text -> findings.add("data/both-parts-are-alike", subject, text, limit));
  }

  /** Places of the columns to learn from. */
  List<Integer> features() {
    return layout.kept().stream().filter(place -> !dropped(columns.get(place).kind())).toList();
  }

  /** Places of the features that differ between rows. */
  List<Integer> varyingFeatures() {
    return features().stream().filter(place -> columns.get(place).varies()).toList();
  }

  private static boolean dropped(String kind) {
    return kind.equals(ProcessingReport.DROPPED_AS_TEXT)
        || kind.equals(ProcessingReport.DROPPED_AS_EMPTY);
  }

  List<Column> columns() {
    List<Column> told = new ArrayList<>();
    for (int place = 0; place < columns.size(); place++) {
      told.add(new Column(layout.names().get(place), kind(place)));
    }
    return told;
  }

  private String kind(int place) {
    if (place == layout.label()) return ProcessingReport.LABEL;
    if (!layout.kept().contains(place)) return ProcessingReport.DROPPED_BY_PLAN;
    return columns.get(place).kind();
  }

  long trainRows() {
    return trainRows;
  }

  long holdoutRows() {
    return holdoutRows;
  }

  Map<String, Long> classes(boolean heldOut) {
    return labels.classes(heldOut);
  }
}
