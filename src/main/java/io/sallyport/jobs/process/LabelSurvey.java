package io.sallyport.jobs.process;

import io.sallyport.jobs.Findings;
import io.sallyport.jobs.table.Cell;
import io.sallyport.jobs.table.ColumnSurvey;
import io.sallyport.rules.table.Excerpt;
import io.sallyport.rules.technical.ProcessingPlan;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in the label's column: classes and how many rows each has, or numbers. */
final class LabelSurvey {

  /** More distinct labels are numbers or free text, not classes. */
  static final int CLASSES_MAX = 256;

  /** Rows of a class, both parts together; Gate 1 asks for far more. */
  static final int CLASS_ROWS_MIN = 5;

  static final int LABEL_LENGTH_MAX = 256;

  private final boolean classification;
  private final String subject;
  private final Map<String, Long> train = new TreeMap<>();
  private final Map<String, Long> holdout = new TreeMap<>();
  private final RowFaults missing;
  private final RowFaults notNumeric;
  private final RowFaults tooLong;
  private final ColumnSurvey values = new ColumnSurvey(false);
  private boolean tooMany;

  LabelSurvey(ProcessingPlan plan) {
    classification = !plan.task().equals(ProcessingPlan.REGRESSION);
    subject = "the label " + Excerpt.of(plan.label());
    missing = new RowFaults("data/every-row-has-a-label", subject);
    notNumeric = new RowFaults("data/the-label-is-a-number", subject);
    tooLong = new RowFaults("data/labels-are-short", subject);
  }

  void add(String label, long line, boolean heldOut) {
    if (Cell.missing(label)) {
      missing.add(line, "no label");
    } else if (label.length() > LABEL_LENGTH_MAX) {
      tooLong.add(line, label.length() + " characters");
    } else if (!classification) {
      number(label, line, heldOut);
    } else if (train.size() < CLASSES_MAX && holdout.size() < CLASSES_MAX) {
      (heldOut ? holdout : train).merge(label, 1L, Long::sum);
    } else {
      tooMany = true;
    }
  }

  private void number(String label, long line, boolean heldOut) {
    values.add(label, line, heldOut);
    if (Cell.number(label).isEmpty()) notNumeric.add(line, Excerpt.of(label));
  }

  Map<String, Long> classes(boolean heldOut) {
    return heldOut ? holdout : train;
  }

  void tell(Findings findings) {
    missing.tell(findings, "none; leave out rows without a label (blank, NA, NaN, null, ?)");
    tooLong.tell(findings, "at most " + LABEL_LENGTH_MAX + " characters");
    notNumeric.tell(findings, "none; a regression needs plain numbers such as -1.5");
    if (classification) {
      tellClasses(findings);
    } else if (!values.varies()) {
      findings.add("data/the-label-varies", subject, "the same in every row", "two values or more");
    }
  }

  private void tellClasses(Findings findings) {
    Set<String> all = new TreeSet<>(train.keySet());
    all.addAll(holdout.keySet());
    if (tooMany) {
      findings.add(
          "data/classes-are-few",
          subject,
          "more than " + (CLASSES_MAX - 1) + " classes",
          "at most " + (CLASSES_MAX - 1) + "; to predict a number choose the task regression");
    } else if (all.size() < 2) {
      String only = all.stream().findFirst().map(one -> "only " + Excerpt.of(one)).orElse("none");
      findings.add("data/there-are-two-classes", subject, only, "two classes or more");
    } else {
      all.forEach(each -> tellClass(each, findings));
    }
  }

  private void tellClass(String name, Findings findings) {
    long trained = train.getOrDefault(name, 0L);
    long heldOut = holdout.getOrDefault(name, 0L);
    String named = "the class " + Excerpt.of(name);
    if (trained + heldOut < CLASS_ROWS_MIN) {
      findings.add(
          "data/every-class-has-rows",
          named,
          "in " + (trained + heldOut) + " rows",
          "at least " + CLASS_ROWS_MIN + " rows; merge it with another class or leave it out");
    } else if (trained == 0 || heldOut == 0) {
      findings.add(
          "data/both-parts-have-every-class",
          named,
          trained + " rows for training and " + heldOut + " held out",
          "at least 1 in each; choose another modulus or remainder, or merge the class");
    }
  }
}
