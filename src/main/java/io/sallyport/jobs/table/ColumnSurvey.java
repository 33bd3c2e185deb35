package io.sallyport.jobs.table;

import io.sallyport.rules.table.Excerpt;
import io.sallyport.rules.technical.ProcessingReport;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands in one column, without keeping its values: enough to say its kind. */
public final class ColumnSurvey {

  /** Distinct texts of a category; a column of more is free text and is not learnt from. */
  public static final int CATEGORIES_MAX = 50;

  /** Characters of a category's value. */
  public static final int CATEGORY_LENGTH_MAX = 256;

  /** A column with at least this share of numbers was meant to be all numbers. */
  private static final double MEANT_TO_BE_NUMBERS = 0.9;

  private final boolean categorical;
  private final Set<String> distinct = new HashSet<>();
  private final Part train = new Part();
  private final Part holdout = new Part();
  private boolean manyTexts;
  private Optional<String> first = Optional.empty();
  private boolean varies;
  private boolean anyMissing;

  private static final class Part {
    private long present;
    private long numbers;
    private long firstTextLine;
    private String firstText = "";

    void add(String value, long line) {
      present++;
      if (Cell.number(value).isPresent()) {
        numbers++;
      } else if (firstText.isEmpty()) {
        firstText = value;
        firstTextLine = line;
      }
    }
  }

  /** Of a column that is {@code categorical}, numbers are names of categories. */
  public ColumnSurvey(boolean categorical) {
    this.categorical = categorical;
  }

  public void add(String value, long line, boolean heldOut) {
    if (!varies) compareWithFirst(Cell.canonical(value));
    if (Cell.missing(value)) {
      anyMissing = true;
      return;
    }
    (heldOut ? holdout : train).add(value, line);
    if (manyTexts) return;
    distinct.add(value);
    manyTexts = distinct.size() > CATEGORIES_MAX || value.length() > CATEGORY_LENGTH_MAX;
  }

  private void compareWithFirst(String canonical) {
    if (first.isEmpty()) first = Optional.of(canonical);
    varies = !first.get().equals(canonical);
  }

  /** One of the words of {@link ProcessingReport}. */
  public String kind() {
    if (present() == 0) return ProcessingReport.DROPPED_AS_EMPTY;
    if (numbers() == present() && !categorical) return ProcessingReport.NUMERIC;
    return manyTexts ? ProcessingReport.DROPPED_AS_TEXT : ProcessingReport.CATEGORY;
  }

  /** Whether two rows differ in this column, a missing value counting as a value. */
  public boolean varies() {
    return varies;
  }

  public boolean anyMissing() {
    return anyMissing;
  }

  /** The values of a category, sorted. */
  public List<String> categories() {
    return distinct.stream().sorted().toList();
  }

  /** The first text of a column that was meant to be all numbers. */
  public Optional<String> textAmongNumbers() {
    boolean meant = numbers() >= MEANT_TO_BE_NUMBERS * present();
    if (!meant || !kind().equals(ProcessingReport.DROPPED_AS_TEXT)) return Optional.empty();
    return Optional.of(present() - numbers() + " of them text, first " + firstText());
  }

  /** The first text held out of a column that is all numbers in the training part. */
  public Optional<String> textHeldOutOnly() {
    boolean numeric = train.present > 0 && train.numbers == train.present;
    if (!numeric || holdout.firstText.isEmpty()) return Optional.empty();
    return Optional.of(firstText());
  }

  private String firstText() {
    Part part = train.firstText.isEmpty() ? holdout : train;
    return Excerpt.of(part.firstText) + " on line " + part.firstTextLine;
  }

  private long present() {
    return train.present + holdout.present;
  }

  private long numbers() {
    return train.numbers + holdout.numbers;
  }
}
