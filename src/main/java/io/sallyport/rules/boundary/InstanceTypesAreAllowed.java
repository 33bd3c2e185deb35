package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/** S02: jobs and endpoint run on instance types that the program has been given. */
public final class InstanceTypesAreAllowed implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/instance-types-are-allowed";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    List<String> allowed = facts.program().instanceTypes();
    return Stream.of(
            AllowList.check(
                this,
                "/training/instanceType",
                facts.submission().training().instanceType(),
                allowed),
            AllowList.check(
                this,
                "/endpoint/instanceType",
                facts.submission().endpoint().instanceType(),
                allowed))
        .flatMap(List::stream)
        .toList();
  }
}
