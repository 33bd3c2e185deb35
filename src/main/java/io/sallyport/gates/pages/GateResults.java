package io.sallyport.gates.pages;

import java.util.List;
import java.util.Optional;

/**
 * What the gates found about a version, as one person may see it.
 *
 * @param gates a line a gate
 * @param technical every number; empty for whoever may not see them
 * @param submitter one bit, what was asked for, the look; shown where there are no numbers
 */
public record GateResults(
    List<Gate> gates,
    Optional<TechnicalTable> technical,
    Optional<Bit> submitter,
    Optional<SecurityTable> security) {

  /** The outcome of a gate. */
  public record Gate(String name, String state, String outcome, String decided) {}

  /** All that a submitter learns from Gate 1. */
  public record Bit(
      String verdict, List<Asked> asked, int look, int looks, List<Public> findings) {}

  /** A metric that was asked for, with its threshold. */
  public record Asked(String metric, String threshold) {}

  /** A finding that everybody may read. */
  public record Public(String subject, String value, String limit) {}
}
