package io.sallyport.rules.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an endpoint was asked and answered between two times, counted in the bins of its baseline
 * (S18). Windows of one baseline are added exactly; nothing but counts is kept. Written as {@code
 * window.json}.
 *
 * @param baselineSha256 of the {@code baseline.json} whose bins these are
 * @param from start, ISO 8601
 * @param to end, exclusive
 * @param rows rows that were counted
 * @param leftOut requests of the product's own, such as those that verified the answers
 * @param unreadable captured requests that are not what this endpoint is asked or answers
 * @param confidence empty where the baseline has none
 */
public record Window(
    String baselineSha256,
    String from,
    String to,
    long rows,
    long leftOut,
    long unreadable,
    List<List<Long>> features,
    List<Long> answers,
    List<Long> confidence) {

  public Window {
    features = features.stream().map(List::copyOf).toList();
    answers = List.copyOf(answers);
    confidence = List.copyOf(confidence);
  }

  /** Both together, in whatever order: of one baseline. */
  public Window plus(Window other) {
    if (!baselineSha256.equals(other.baselineSha256)) {
      throw new IllegalArgumentException(
          "a window of baseline " + other.baselineSha256 + " is not one of " + baselineSha256);
    }
    List<List<Long>> both =
        IntStream.range(0, features.size())
            .mapToObj(i -> sum(features.get(i), other.features.get(i)))
            .toList();
    return new Window(
        baselineSha256,
        from.compareTo(other.from) <= 0 ? from : other.from,
        to.compareTo(other.to) >= 0 ? to : other.to,
        rows + other.rows,
        leftOut + other.leftOut,
        unreadable + other.unreadable,
        both,
        sum(answers, other.answers),
        sum(confidence, other.confidence));
  }

  private static List<Long> sum(List<Long> one, List<Long> other) {
    List<Long> sum = new ArrayList<>(one.size());
    for (int i = 0; i < one.size(); i++) {
      sum.add(one.get(i) + other.get(i));
    }
    return sum;
  }
}
