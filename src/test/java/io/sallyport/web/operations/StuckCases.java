package io.sallyport.web.operations;

import io.sallyport.processes.Case;
import io.sallyport.processes.Deed;
import io.sallyport.processes.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** Cases whose first step has failed as often as it is tried. */
final class StuckCases {

  private final ManagementService management = Engine.shared().bean(ManagementService.class);
  private final List<Case> stuck = new ArrayList<>();

  /** A case of a program that stands at this step, which needs a person. */
  Case stuck(String process, String step, String program) {
    Case one = Case.of(process, "routine", program);
    one.does(step, Stream.generate(Deed::trouble).limit(Case.TRIES).toArray(Deed[]::new));
    one.persists();
    stuck.add(one);
    return one;
  }

  /** Other tests count what needs a person. */
  void end() {
    stuck.stream()
        .flatMap(one -> one.running().stream())
        .forEach(
            instance ->
                management.createJobQuery().processInstanceId(instance.getId()).list().stream()
                    .map(Job::getId)
                    .forEach(job -> management.setJobRetries(job, 1)));
  }
}
