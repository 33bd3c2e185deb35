package io.sallyport.rules.technical.statistics;

/**
 * Area under the ROC curve, one class against the rest, by mid-ranks; the mean over the classes
 * that occur and are not alone. Without such a class it is one half: no better than chance.
 */
public final class Auroc implements RowMetric {

  private static final double CHANCE = 0.5;

  private final int[] truth;
  private final double[][] scoresByClass;
  private final int[][] orders;

  /**
   * @param truth number of the true class of each row
   * @param scoresByClass for each class the score of each row
   */
  public Auroc(int[] truth, double[][] scoresByClass) {
    this.truth = truth;
    this.scoresByClass = scoresByClass;
    this.orders = new int[scoresByClass.length][];
    for (int c = 0; c < orders.length; c++) {
      orders[c] = Order.by(scoresByClass[c]);
    }
  }

  @Override
  public double of(int[] times) {
    double sum = 0;
    int defined = 0;
    for (int c = 0; c < orders.length; c++) {
      double area = area(c, times);
      if (Double.isNaN(area)) continue;
      sum += area;
      defined++;
    }
    return defined == 0 ? CHANCE : sum / defined;
  }

  /** Not a number if the class, or the rest, does not occur. */
  private double area(int c, int[] times) {
    int[] order = orders[c];
    double[] scores = scoresByClass[c];
    double wins = 0;
    long members = 0;
    long others = 0;
    for (int at = 0; at < order.length; ) {
      long membersHere = 0;
      long othersHere = 0;
      double score = scores[order[at]];
      for (; at < order.length && scores[order[at]] == score; at++) {
        if (truth[order[at]] == c) membersHere += times[order[at]];
        else othersHere += times[order[at]];
      }
      wins += membersHere * (others + othersHere / 2.0);
      members += membersHere;
      others += othersHere;
    }
    return wins / ((double) members * others);
  }
}
