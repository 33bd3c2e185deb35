package io.sallyport.aws.jobs;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a running job says about itself: lines of a log, some of them {@code progress: 0.37}. */
record JobMessage(OptionalDouble progress, Optional<String> lastLogLine) {

  private static final Pattern PROGRESS =
      Pattern.compile("progress:\\s*(0(?:\\.\\d+)?|1(?:\\.0+)?)");

  static JobMessage of(@Nullable String text) {
    OptionalDouble progress = OptionalDouble.empty();
    Optional<String> last = Optional.empty();
    for (String line : (text == null ? "" : text).lines().toList()) {
      Matcher matcher = PROGRESS.matcher(line.strip());
      if (matcher.matches()) progress = OptionalDouble.of(Double.parseDouble(matcher.group(1)));
      else if (!line.isBlank()) last = Optional.of(line.strip());
    }
    return new JobMessage(progress, last);
  }
}
