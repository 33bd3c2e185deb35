package io.sallyport.jobs.process;

import io.sallyport.jobs.Findings;
import io.sallyport.rules.table.Excerpt;
import io.sallyport.rules.technical.ProcessingPlan;
import java.util.List;
import java.util.TreeMap;

/** Can this plan be carried out on any data at all? */
final class PlanCheck {

  private static final List<String> KINDS =
      List.of(ProcessingPlan.NUMERIC, ProcessingPlan.CATEGORICAL);

  private PlanCheck() {}

  static void check(ProcessingPlan plan, Findings findings) {
    if (!List.of(ProcessingPlan.CLASSIFICATION, ProcessingPlan.REGRESSION).contains(plan.task())) {
      findings.add(
          "data/the-task-is-known",
          "the task",
          Excerpt.of(plan.task()),
          "classification or regression");
    }
    if (plan.delimiter().length() != 1 || "\"\r\n\0".contains(plan.delimiter())) {
      findings.add(
          "data/the-delimiter-is-one-character",
          "the delimiter",
          Excerpt.of(plan.delimiter()),
          "one character that is neither a quotation mark nor a line end");
    }
    new TreeMap<>(plan.columnKinds())
        .forEach(
            (column, kind) -> {
              if (!KINDS.contains(kind)) {
                String subject = "the kind of column " + Excerpt.of(column);
                String limit = String.join(" or ", KINDS);
                findings.add("data/column-kinds-are-known", subject, Excerpt.of(kind), limit);
              }
            });
    int modulus = plan.split().modulus();
    int remainder = plan.split().remainder();
    if (modulus < 2 || remainder < 0 || remainder >= modulus) {
      findings.add(
          "data/the-split-makes-two-parts",
          "the split rule",
          "modulus " + modulus + ", remainder " + remainder,
          "a modulus of 2 or more and a remainder from 0 up to below it");
    }
  }
}
