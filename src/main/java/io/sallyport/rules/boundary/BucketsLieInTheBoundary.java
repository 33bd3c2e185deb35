package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * S01, S04: the live bucket exists in the program's account and region, keeps versions, and
 * encrypts with KMS.
 */
public final class BucketsLieInTheBoundary implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/buckets-lie-in-the-boundary";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.live().stream().flatMap(live -> check(live, facts.program()).stream()).toList();
  }

  private List<Finding> check(LiveFacts live, Program program) {
    return live.buckets().stream().flatMap(bucket -> check(bucket, program).stream()).toList();
  }

  private List<Finding> check(LiveFacts.Bucket bucket, Program program) {
    String pointer = bucket.pointer();
    if (!bucket.found()) {
      return List.of(finding(pointer, "no bucket " + bucket.name(), "a bucket that exists"));
    }
    List<Finding> findings = new ArrayList<>();
    require(findings, pointer, "region " + bucket.region(), "region " + program.region());
    require(
        findings,
        pointer,
        "owned by " + (bucket.account().isEmpty() ? "another account" : bucket.account()),
        "owned by " + program.account());
    require(findings, pointer, "versioning " + orOff(bucket.versioning()), "versioning Enabled");
    require(findings, pointer, "encryption " + orOff(bucket.encryption()), "encryption aws:kms");
    return findings;
  }

  private void require(List<Finding> findings, String pointer, String found, String wanted) {
    if (!found.equals(wanted)) findings.add(finding(pointer, found, wanted));
  }

  private static String orOff(String setting) {
    return setting.isEmpty() ? "off" : setting;
  }
}
