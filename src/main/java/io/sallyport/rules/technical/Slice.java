package io.sallyport.rules.technical;

/** The held-out rows whose {@code column} has exactly this {@code value}, as text. */
public record Slice(String column, String value) {

  @Override
  public String toString() {
    return column + " = " + value;
  }
}
