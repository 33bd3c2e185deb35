package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.boundary.Submission.ObjectVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * S01: data comes from an S3 bucket of the program: no HTTP, no hub, no other bucket, no path that
 * climbs.
 */
public final class DataComesFromTheProgramsBuckets implements Rule<SubmissionFacts> {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "s3://(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(?<key>[^\\p{Cntrl}?#*]{1,1024})");

  /** Parts of a key that some client would resolve to another key. */
  private static final Set<String> CLIMBING = Set.of("", ".", "..");

  @Override
  public String id() {
    return "boundary/data-comes-from-the-programs-buckets";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    Map<String, ObjectVersion> named = Sources.of(facts.submission());
    return named.entrySet().stream()
        .filter(source -> !isAllowed(source.getValue().uri(), facts.program()))
        .map(
            source ->
                finding(
                    source.getKey() + "/uri",
                    Shown.of(source.getValue().uri()),
                    "s3://<bucket>/<key> in one of " + Shown.of(facts.program().dataBuckets())))
        .toList();
  }

  private static boolean isAllowed(String uri, Program program) {
    Matcher parts = ADDRESS.matcher(uri);
    return parts.matches()
        && program.dataBuckets().contains(parts.group("bucket"))
        && Stream.of(parts.group("key").split("/", -1)).noneMatch(CLIMBING::contains);
  }
}
