package io.sallyport.local.aws.policy;

import io.sallyport.local.aws.protocol.AwsError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a condition compares: one wanted value with one value of the request. */
enum Operator {
  StringEquals,
  StringNotEquals,
  StringEqualsIgnoreCase,
  StringNotEqualsIgnoreCase,
  StringLike,
  StringNotLike,
  ArnEquals,
  ArnLike,
  ArnNotEquals,
  ArnNotLike,
  Bool,
  NumericEquals,
  NumericNotEquals,
  NumericLessThan,
  NumericLessThanEquals,
  NumericGreaterThan,
  NumericGreaterThanEquals,
  DateLessThan,
  DateLessThanEquals,
  DateGreaterThan,
  DateGreaterThanEquals,
  Null;

  private boolean isNegated() {
    return name().contains("Not");
  }

  private boolean same(String want, String is) {
    return switch (this) {
      case StringEquals, StringNotEquals -> want.equals(is);
      case StringEqualsIgnoreCase, StringNotEqualsIgnoreCase, Bool, Null ->
          want.equalsIgnoreCase(is);
      case StringLike, StringNotLike, ArnEquals, ArnLike, ArnNotEquals, ArnNotLike ->
          Wildcard.matches(want, is);
      case NumericEquals, NumericNotEquals -> number(is, want) == 0;
      case NumericLessThan -> number(is, want) < 0;
      case NumericLessThanEquals -> number(is, want) <= 0;
      case NumericGreaterThan -> number(is, want) > 0;
      case NumericGreaterThanEquals -> number(is, want) >= 0;
      case DateLessThan -> time(is, want) < 0;
      case DateLessThanEquals -> time(is, want) <= 0;
      case DateGreaterThan -> time(is, want) > 0;
      case DateGreaterThanEquals -> time(is, want) >= 0;
    };
  }

  private static int number(String is, String want) {
    return new BigDecimal(is).compareTo(new BigDecimal(want));
  }

  private static int time(String is, String want) {
    return Instant.parse(is).compareTo(Instant.parse(want));
  }

  static Operator of(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> AwsError.bad("MalformedPolicyDocument", "Unknown condition operator: " + name));
  }

  /** One condition as it was written, without its set word and without {@code IfExists}. */
  boolean holds(List<String> wanted, Optional<List<String>> found, Quantifier quantifier) {
    if (this == Null) {
      String absent = String.valueOf(found.filter(list -> !list.isEmpty()).isEmpty());
      return wanted.stream().anyMatch(want -> want.toLowerCase(Locale.ROOT).equals(absent));
    }
    List<String> values = found.orElse(List.of());
    return switch (quantifier) {
      case ALL -> values.stream().allMatch(value -> matches(wanted, value));
      case ANY -> values.stream().anyMatch(value -> matches(wanted, value));
      case SINGLE ->
          values.isEmpty()
              ? isNegated()
              : values.stream().anyMatch(value -> matches(wanted, value));
    };
  }

  private boolean matches(List<String> wanted, String value) {
    return wanted.stream().anyMatch(want -> same(want, value)) != isNegated();
  }

  /** How a condition treats a key with several values. */
  enum Quantifier {
    SINGLE,
    ALL,
    ANY
  }
}
