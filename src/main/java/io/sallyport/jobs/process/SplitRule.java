package io.sallyport.jobs.process;

import io.sallyport.jobs.Sha256;
import io.sallyport.rules.table.Table;
import io.sallyport.rules.technical.ProcessingPlan;
import java.math.BigInteger;

/** Is this row held out? By {@link ProcessingPlan.Split}: anyone can say it again from the row. */
final class SplitRule {

  private final BigInteger modulus;
  private final BigInteger remainder;
  private final int groupColumn;

  /** {@code groupColumn} is the group's place in a row, or -1 to hash the whole row. */
  SplitRule(ProcessingPlan.Split split, int groupColumn) {
    this.modulus = BigInteger.valueOf(split.modulus());
    this.remainder = BigInteger.valueOf(split.remainder());
    this.groupColumn = groupColumn;
  }

  boolean holdsOut(Table.Row row) {
    String hashed = groupColumn < 0 ? row.text() : row.values().get(groupColumn);
    return new BigInteger(1, Sha256.of(hashed)).mod(modulus).equals(remainder);
  }
}
