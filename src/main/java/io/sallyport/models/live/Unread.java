package io.sallyport.models.live;

import io.sallyport.aws.Outage;
import io.sallyport.rules.boundary.LiveFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what AWS would not tell, so that silence becomes a finding. While AWS cannot be heard at
 * all nothing is known, and nothing is found: that is technical trouble, to be tried again.
 */
final class Unread {

  private static final Logger LOG = LoggerFactory.getLogger(Unread.class);

  private final List<LiveFacts.Unread> things = new ArrayList<>();

  /** What {@code look} finds; empty, and remembered, if AWS refuses. An outage flies. */
  <T> Optional<T> unless(String pointer, String what, Supplier<T> look) {
    try {
      return Optional.of(look.get());
    } catch (RuntimeException silent) {
      if (Outage.isBehind(silent)) throw silent;
      // The SDK's own words name requests and hosts: they are for the log, not for the submitter.
      LOG.warn("Live facts: {} of {} could not be read", what, pointer, silent);
      things.add(new LiveFacts.Unread(pointer, what, silent.getClass().getSimpleName()));
      return Optional.empty();
    }
  }

  List<LiveFacts.Unread> all() {
    return List.copyOf(things);
  }
}
