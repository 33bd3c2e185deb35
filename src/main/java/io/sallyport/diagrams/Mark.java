package io.sallyport.diagrams;

/** What a case did with an element. */
public enum Mark {
  NONE("", "", 0),
  PASSED("passed", "#1E6B34", 1),
  CURRENT("now here", "#0B57D0", 2.5),
  FAILED("failed here", "#B3261E", 2);

  private final String words;
  private final String color;
  private final double thicker;

  Mark(String words, String color, double thicker) {
    this.words = words;
    this.color = color;
    this.thicker = thicker;
  }

  public String words() {
    return words;
  }

  public String colorOr(String unmarked) {
    return this == NONE ? unmarked : color;
  }

  public double thicker() {
    return thicker;
  }
}
