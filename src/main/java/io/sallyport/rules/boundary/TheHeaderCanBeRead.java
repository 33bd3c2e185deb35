package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.table.Columns;
import io.sallyport.rules.table.Excerpt;
import java.util.List;
import java.util.stream.Stream;

/**
 * S05: the data begins as a table that the processing job can read: UTF-8 text, a header, two
 * columns or more by the delimiter that the submission names.
 */
public final class TheHeaderCanBeRead implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/the-header-can-be-read";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    String delimiter = facts.submission().data().delimiter();
    return facts.live().stream()
        .flatMap(live -> live.headers().stream())
        .flatMap(header -> check(header, delimiter))
        .toList();
  }

  private Stream<Finding> check(LiveFacts.Header header, String delimiter) {
    if (header.columns().size() == 1) {
      String only = header.columns().get(0);
      String value = "a header of one column, " + Excerpt.of(only);
      return Stream.of(finding(header.pointer(), value, Columns.separatedBy(delimiter, only)));
    }
    return header.unreadable().stream()
        .map(why -> finding(header.pointer(), why.found(), why.wanted()));
  }
}
