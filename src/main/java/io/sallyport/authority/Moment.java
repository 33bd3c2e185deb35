package io.sallyport.authority;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * A time as pages show it, in UTC.
 *
 * @param iso for the {@code datetime} attribute
 * @param day {@code Nov 25, 18:00}; with the year when it is not this one
 * @param relative {@code in 26 h}, {@code 4 h ago}
 * @param past whether it is over
 */
public record Moment(String iso, String day, String relative, boolean past) {

  private static final Duration AT_ONCE = Duration.ofMinutes(1);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_YEAR =
      DateTimeFormatter.ofPattern("MMM d, yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** {@code Nov 25, 2027}: a day that somebody named. */
  public static String date(LocalDate day) {
    return DATE.format(day);
  }

  public static Moment of(Instant instant, Instant now) {
    boolean thisYear =
        instant.atOffset(ZoneOffset.UTC).getYear() == now.atOffset(ZoneOffset.UTC).getYear();
    boolean past = instant.isBefore(now);
    String length = length(Duration.between(instant, now).abs());
    return new Moment(
        instant.truncatedTo(ChronoUnit.SECONDS).toString(),
        (thisYear ? DAY : DAY_AND_YEAR).format(instant),
        past ? length + " ago" : "in " + length,
        past);
  }

  /** When something was recorded, if that was more than a minute after it happened. */
  public static Optional<Moment> later(Instant happened, Instant recorded, Instant now) {
    return Duration.between(happened, recorded).compareTo(AT_ONCE) > 0
        ? Optional.of(of(recorded, now))
        : Optional.empty();
  }

  /** {@code 40 s}, {@code 12 min}, {@code 26 h}, {@code 3 days}. */
  public static String length(Duration duration) {
    if (duration.toSeconds() < 90) return duration.toSeconds() + " s";
    if (duration.toMinutes() < 90) return duration.toMinutes() + " min";
    if (duration.toHours() < 48) return duration.toHours() + " h";
    return duration.toDays() + " days";
  }
}
