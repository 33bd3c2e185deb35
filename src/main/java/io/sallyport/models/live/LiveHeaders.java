package io.sallyport.models.live;

import io.sallyport.aws.facts.Buckets;
import io.sallyport.aws.objects.ObjectVersion;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.rules.boundary.LiveFacts;
import io.sallyport.rules.boundary.LiveFacts.StoredVersion;
import io.sallyport.rules.table.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads the headers of the tables that a submission names (S05), of exact versions and by the
 * processing job's own reading, so that a misspelt column is told before anything runs.
 */
@Component
class LiveHeaders {

  /** 4,096 columns of 60 characters each. A longer header is left to the processing job. */
  private static final int HEADER_BYTES_MAX = 1 << 18;

  private final Buckets buckets;

  LiveHeaders(Buckets buckets) {
    this.buckets = buckets;
  }

  /** Of versions that are there; with a delimiter that is none, nothing is read. */
  List<LiveFacts.Header> read(
      Map<String, ObjectVersion> sources,
      List<StoredVersion> versions,
      String delimiter,
      Unread unread) {
    if (delimiter.length() != 1) return List.of();
    List<LiveFacts.Header> headers = new ArrayList<>();
    for (String pointer : found(versions)) {
      ObjectVersion source = sources.get(pointer);
      if (source == null) continue;
      unread
          .unless(pointer, "header", () -> header(pointer, source, delimiter.charAt(0)))
          .flatMap(header -> header)
          .ifPresent(headers::add);
    }
    return headers;
  }

  private static List<String> found(List<StoredVersion> versions) {
    return versions.stream().filter(StoredVersion::found).map(StoredVersion::pointer).toList();
  }

  private Optional<LiveFacts.Header> header(String pointer, ObjectVersion source, char delimiter) {
    return buckets
        .start(source, HEADER_BYTES_MAX)
        .flatMap(start -> header(pointer, start, delimiter));
  }

  private static Optional<LiveFacts.Header> header(String pointer, byte[] start, char delimiter) {
    boolean whole = start.length < HEADER_BYTES_MAX;
    try {
      return Header.of(start, whole, delimiter)
          .map(columns -> new LiveFacts.Header(pointer, columns, Optional.empty()));
    } catch (Refused refused) {
      Finding first = refused.findings().get(0);
      LiveFacts.Header.Unreadable why =
          new LiveFacts.Header.Unreadable(first.value(), first.limit());
      return Optional.of(new LiveFacts.Header(pointer, List.of(), Optional.of(why)));
    }
  }
}
