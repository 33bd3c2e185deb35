package io.sallyport.jobs.process;

import io.sallyport.jobs.Findings;
import io.sallyport.jobs.Sha256;
import io.sallyport.jobs.table.Cell;
import io.sallyport.rules.table.Excerpt;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Whether a group of a ready hold-out is in the training part too. Keeps the first eight bytes of
 * each row's group hash, no more, so that millions of rows fit into memory.
 */
final class GroupSurvey {

  private final LongStream.Builder train = LongStream.builder();
  private final LongStream.Builder holdout = LongStream.builder();
  private final RowFaults missing;

  GroupSurvey(String column) {
    missing = new RowFaults("data/every-row-has-a-group", "the group column " + Excerpt.of(column));
  }

  void add(String group, long line, boolean heldOut) {
    if (Cell.missing(group)) missing.add(line, "no group");
    (heldOut ? holdout : train).add(ByteBuffer.wrap(Sha256.of(group)).getLong());
  }

  void tell(Findings findings) {
    missing.tell(findings, "none; every row belongs to a group");
    long[] trained = train.build().sorted().toArray();
    long shared =
        holdout.build().distinct().filter(each -> Arrays.binarySearch(trained, each) >= 0).count();
    if (shared == 0) return;
    findings.add(
        "data/no-group-is-in-both-parts",
        "the ready hold-out",
        shared + " groups that are in the training part too",
        "none; hold out whole groups");
  }
}
