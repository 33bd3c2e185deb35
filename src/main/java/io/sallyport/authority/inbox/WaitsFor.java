package io.sallyport.authority.inbox;

import io.sallyport.authority.Membership;
import io.sallyport.authority.Names;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.stream.Collectors;

/** For whom a task waits, by name (F31). */
final class WaitsFor {

  private WaitsFor() {}

  /** {@code Alice Ames}; {@code Bob Brown or Carol Cole}; the role where nobody is known. */
  static String names(HumanTask task, Names names) {
    if (task.assignee().isPresent()) return names.of(task.assignee().get());
    List<String> known =
        task.candidateGroups().stream()
            .flatMap(group -> names.members(group).stream())
            .distinct()
            .toList();
    return known.isEmpty() ? roles(task) : String.join(" or ", known);
  }

  private static String roles(HumanTask task) {
    String roles =
        task.candidateGroups().stream()
            .flatMap(group -> Membership.of(group).stream())
            .map(
                membership ->
                    "a "
                        + membership.role().word().replace('-', ' ')
                        + " of "
                        + membership.program())
            .collect(Collectors.joining(" or "));
    return roles.isEmpty() ? "somebody" : roles;
  }
}
