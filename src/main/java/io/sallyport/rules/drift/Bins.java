package io.sallyport.rules.drift;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the values of one column are counted: numbers between the deciles of the baseline, words by
 * category. The last bin is for missing values; of words, the one before it for every other.
 *
 * @param edges of numbers, ascending: bin i holds {@code edges[i-1] < x <= edges[i]}; else empty
 * @param categories of words, the most frequent first; else empty
 */
public record Bins(String name, List<Double> edges, List<String> categories) {

  private static final int PARTS = 10;

  /** Words that are counted by themselves: the rest, if it grows, is seen as one. */
  private static final int CATEGORIES_MAX = 50;

  public Bins {
    edges = List.copyOf(edges);
    categories = List.copyOf(categories);
  }

  /** Between the distinct deciles of {@code values}; NaN is a missing value. */
  public static Bins ofNumbers(String name, double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    List<Double> edges =
        IntStream.range(1, PARTS)
            .filter(part -> sorted.length > 0)
            .mapToObj(part -> sorted[quantile(part, sorted.length)])
            .distinct()
            .toList();
    return new Bins(name, edges, List.of());
  }

  /** The empirical quantile: element ceil(q n) - 1. */
  private static int quantile(int part, int n) {
    return (part * n + PARTS - 1) / PARTS - 1;
  }

  /** By the most frequent of {@code words}; an empty text is a missing value. */
  public static Bins ofWords(String name, Collection<String> words) {
    Map<String, Long> frequencies =
        words.stream()
            .filter(word -> !word.isEmpty())
            .collect(groupingBy(word -> word, counting()));
    List<String> categories =
        frequencies.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(CATEGORIES_MAX)
            .map(Map.Entry::getKey)
            .toList();
    return new Bins(name, List.of(), categories);
  }

  /** Whether words are counted here. */
  public boolean ofWords() {
    return !categories.isEmpty();
  }

  public int count() {
    return ofWords() ? categories.size() + 2 : edges.size() + 2;
  }

  /** The bin of a number; NaN is a missing value. */
  public int of(double number) {
    if (Double.isNaN(number)) return count() - 1;
    int bin = 0;
    while (bin < edges.size() && number > edges.get(bin)) bin++;
    return bin;
  }

  /** The bin of a word; an empty text is a missing value. */
  public int of(String word) {
    if (word.isEmpty()) return count() - 1;
    int category = categories.indexOf(word);
    return category < 0 ? categories.size() : category;
  }
}
