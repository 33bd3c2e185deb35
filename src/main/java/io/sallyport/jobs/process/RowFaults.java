package io.sallyport.jobs.process;

import io.sallyport.jobs.Findings;

/** A fault that rows share: how many have it, and where it was met first. */
final class RowFaults {

  private final String rule;
  private final String subject;
  private long rows;
  private String first = "";

  RowFaults(String rule, String subject) {
    this.rule = rule;
    this.subject = subject;
  }

  void add(long line, String what) {
    if (rows++ == 0) first = "line " + line + (what.isEmpty() ? "" : ": " + what);
  }

  void tell(Findings findings, String limit) {
    if (rows == 0) return;
    findings.add(rule, subject, rows + (rows == 1 ? " row, " : " rows, first ") + first, limit);
  }
}
