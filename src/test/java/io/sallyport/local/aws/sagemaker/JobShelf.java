package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkPojo;

/** The jobs of one kind by name: what processing, training and transform jobs do alike. */
final class JobShelf<J> {

  private static final Set<String> UNDER_WAY = Set.of("InProgress", "Stopping");

  private final Shelf<J> jobs;
  private final Kind<J> kind;

  /** Where jobs of a kind say what all jobs say. */
  record Kind<J>(
      Function<J, String> name, Function<J, String> status, Function<J, Instant> created) {}

  JobShelf(Table<J> rows, Kind<J> kind) {
    this.jobs = new Shelf<>(rows);
    this.kind = kind;
  }

  J find(String name) {
    return jobs.find(name).orElseThrow(() -> Names.noJob(name));
  }

  void requireNew(String name, String arn) {
    if (jobs.find(name).isPresent()) throw Names.jobExists(arn);
  }

  void put(J job) {
    jobs.put(kind.name().apply(job), job);
  }

  J change(String name, UnaryOperator<J> how) {
    return jobs.change(name, how).orElseThrow(() -> Names.noJob(name));
  }

  boolean isUnderWay(J job) {
    return UNDER_WAY.contains(kind.status().apply(job));
  }

  /** Those whose container went with the process that ran it. */
  List<J> underWay() {
    return jobs.all().stream().filter(this::isUnderWay).toList();
  }

  /** The page that a List operation asks for. */
  Listed.Page<J> list(SdkPojo request) {
    Map<String, Object> asked =
        Members.asked(
            request,
            "NameContains",
            "StatusEquals",
            "MaxResults",
            "NextToken",
            "SortBy",
            "SortOrder");
    List<J> found =
        jobs.all().stream()
            .filter(job -> Listed.named(kind.name().apply(job), (String) asked.get("NameContains")))
            .filter(job -> Listed.same(kind.status().apply(job), asked.get("StatusEquals")))
            .sorted(Listed.order(kind.created(), asked.get("SortOrder")))
            .toList();
    return Listed.page(found, (String) asked.get("NextToken"), (Integer) asked.get("MaxResults"));
  }
}
