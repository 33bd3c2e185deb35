package io.sallyport.local.aws.sagemaker;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filters, the order and the pages that all List operations share. */
final class Listed {

  private static final int DEFAULT = 10;
  private static final int MAX = 100;

  /** A page and the token of the next, which is null on the last page, as the SDK takes it. */
  record Page<T>(List<T> items, @Nullable String next) {}

  private Listed() {}

  static boolean named(String name, @Nullable String contains) {
    return contains == null || name.contains(contains);
  }

  static boolean same(Object value, @Nullable Object wanted) {
    return wanted == null || wanted.equals(value);
  }

  /** By creation; ascending unless asked otherwise. The only order known here. */
  static <T> Comparator<T> order(Function<T, Instant> created, @Nullable Object sortOrder) {
    Comparator<T> ascending = Comparator.comparing(created);
    return Objects.toString(sortOrder).equals("Descending") ? ascending.reversed() : ascending;
  }

  /** The token is the place of the page's first item. */
  static <T> Page<T> page(List<T> all, @Nullable String token, @Nullable Integer maxResults) {
    int from = token == null ? 0 : Math.min(Integer.parseInt(token), all.size());
    int size = Math.min(maxResults == null ? DEFAULT : maxResults, MAX);
    int to = Math.min(from + size, all.size());
    return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
  }
}
