package io.sallyport.rules.technical.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The nearest training row, found exactly. Rows lie in order of their projection on the diagonal of
 * the numeric columns; two rows are never nearer than their projections, so that the search walks
 * outwards from a row's own place and ends early.
 */
final class Neighbours {

  private final Scale scale;
  private final double[][] rows;
  private final double[] projections;

  Neighbours(List<double[]> train, Scale scale) {
    this.scale = scale;
    this.rows =
        train.stream()
            .map(scale::scaled)
            .sorted(Comparator.comparingDouble(scale::projection))
            .toArray(double[][]::new);
    this.projections = Arrays.stream(rows).mapToDouble(scale::projection).toArray();
  }

  int size() {
    return rows.length;
  }

  /** Distance of a row to the nearest training row. */
  double nearest(double[] row) {
    double[] scaled = scale.scaled(row);
    int place = Arrays.binarySearch(projections, scale.projection(scaled));
    int above = place < 0 ? -place - 1 : place;
    return nearest(scaled, above - 1, above);
  }

  /** Distance of the training row at this place to the nearest other one. */
  double nearestOther(int place) {
    return nearest(rows[place], place - 1, place + 1);
  }

  private double nearest(double[] row, int below, int above) {
    double projection = scale.projection(row);
    double best = Double.POSITIVE_INFINITY;
    int down = below;
    int up = above;
    while (true) {
      double gapDown = down < 0 ? Double.POSITIVE_INFINITY : projection - projections[down];
      double gapUp = up == rows.length ? Double.POSITIVE_INFINITY : projections[up] - projection;
      double gap = Math.min(gapDown, gapUp);
      if (!(gap * gap < best)) break; // infinite at both ends
      int next = gapDown <= gapUp ? down-- : up++;
      best = Math.min(best, scale.squares(row, rows[next], best));
    }
    return row.length == 0 ? 0 : Math.sqrt(best / row.length);
  }
}
