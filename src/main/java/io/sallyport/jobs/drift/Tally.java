package io.sallyport.jobs.drift;

import io.sallyport.jobs.table.Cell;
import io.sallyport.rules.drift.Bins;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Counts of one column, as they grow. */
final class Tally {

  private final Bins bins;
  private final List<Long> counts;

  Tally(Bins bins) {
    this.bins = bins;
    this.counts = new ArrayList<>(Collections.nCopies(bins.count(), 0L));
  }

  /** The bin of a cell of a table; a text in a column of numbers counts as missing. */
  int bin(String cell) {
    if (bins.ofWords()) return bins.of(Cell.canonical(cell));
    return bins.of(Cell.missing(cell) ? Double.NaN : Cell.number(cell).orElse(Double.NaN));
  }

  int bin(double number) {
    return bins.of(number);
  }

  Bins bins() {
    return bins;
  }

  void count(int bin) {
    counts.set(bin, counts.get(bin) + 1);
  }

  List<Long> counts() {
    return counts;
  }
}
