package io.sallyport.jobs.table;

import io.sallyport.jobs.Sha256;
import io.sallyport.rules.table.Table;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * By what a held-out row is known when looks at a hold-out are counted: lower-case hexadecimal
 * SHA-256 of the UTF-8 text that joins, for each feature column, {@code name NUL value NUL}, the
 * pairs sorted by Unicode code unit.
 *
 * <ul>
 *   <li>Columns: those learnt from; not the label, and none that holds the same value in every row
 *       submitted (a missing value is a value). So the order of columns and a constant column
 *       change nothing.
 *   <li>Name: as in the header, without white space around it, normalized to NFKC, lower case.
 *   <li>Value: empty if missing; a number as Java's {@link Double#toString} of the nearest double,
 *       0.0 for negative zero; else the text without white space around it. So {@code 1}, {@code
 *       1.0} and {@code 1e0} are equal.
 * </ul>
 *
 * A new name or a made-up column changes the hash: near duplicates are Gate 1's concern.
 */
public final class RowHash {

  private final List<String> names;
  private final int[] places;

  /** {@code places[i]} is where a row holds the value of the column {@code names.get(i)}. */
  public RowHash(List<String> names, int[] places) {
    this.names = names.stream().map(RowHash::normal).toList();
    this.places = places.clone();
  }

  public String of(Table.Row row) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, places.length)
        .mapToObj(i -> names.get(i) + '\0' + Cell.canonical(row.values().get(places[i])) + '\0')
        .sorted()
        .forEach(text::append);
    return Sha256.hex(text.toString());
  }

  private static String normal(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
