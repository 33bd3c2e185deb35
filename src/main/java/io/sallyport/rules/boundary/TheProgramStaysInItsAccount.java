package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * S01, S02: the allow-list itself stays inside: a GovCloud region, and keys and roles of the
 * program's own account. A configuration that says otherwise lets nothing in.
 */
public final class TheProgramStaysInItsAccount implements Rule<SubmissionFacts> {

  private static final List<String> REGIONS = List.of("us-gov-west-1", "us-gov-east-1");

  @Override
  public String id() {
    return "boundary/the-program-stays-in-its-account";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    Program program = facts.program();
    List<Finding> findings = new ArrayList<>();
    if (!REGIONS.contains(program.region())) {
      findings.add(finding("the program's region", program.region(), String.join(" or ", REGIONS)));
    }
    Stream.of(program.keys(), program.trainingRoles(), program.servingRoles())
        .flatMap(List::stream)
        .filter(arn -> arn.startsWith("arn:") && !isOwn(arn, program))
        .forEach(
            arn ->
                findings.add(
                    finding(
                        "the program's allow-list",
                        Shown.of(arn),
                        "of account " + program.account() + " in partition aws-us-gov")));
    return findings;
  }

  /** {@code arn:<partition>:<service>:<region>:<account>:…}; IAM's have no region. */
  private static boolean isOwn(String arn, Program program) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6
        && parts[1].equals("aws-us-gov")
        && (parts[3].isEmpty() || parts[3].equals(program.region()))
        && parts[4].equals(program.account());
  }
}
