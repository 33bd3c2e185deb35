package io.sallyport.web.operations;

import io.sallyport.authority.Moment;
import io.sallyport.authority.TaskView.Fact;
import io.sallyport.custody.EnvelopeCopies;
import io.sallyport.deployment.InService;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.Models;
import io.sallyport.workflow.Incidents;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How the boundary as a whole, and the endpoints of some programs, are doing now. */
@Component
class OperationsHealth {

  private final Incidents incidents;
  private final InService inService;
  private final Models models;
  private final EnvelopeCopies copies;

  OperationsHealth(Incidents incidents, InService inService, Models models, EnvelopeCopies copies) {
    this.incidents = incidents;
    this.inService = inService;
    this.models = models;
    this.copies = copies;
  }

  List<Fact> facts(Set<String> programs) {
    return List.of(queue(), endpoints(programs), evidence(copies.backlog()));
  }

  private Fact queue() {
    return new Fact("ok", "Job queue", incidents.due() + " due", "steps that may run now");
  }

  private Fact endpoints(Set<String> programs) {
    List<ServicePeriod> periods =
        inService.all().stream()
            .filter(period -> programs.contains(models.of(period.modelVersion()).program()))
            .toList();
    long stopped = periods.stream().filter(ServicePeriod::suspended).count();
    return new Fact(
        stopped == 0 ? "ok" : "stop",
        "Endpoints",
        periods.size() - stopped + " answer",
        stopped + " stopped");
  }

  private static Fact evidence(EnvelopeCopies.Backlog backlog) {
    String state = backlog.late() ? "stop" : backlog.failure().isEmpty() ? "ok" : "watch";
    String detail =
        backlog.waiting() == 0
            ? "each signed statement lies in the evidence bucket"
            : "the oldest waits " + Moment.length(backlog.oldest());
    return new Fact(state, "Evidence copies", backlog.waiting() + " wait", detail);
  }
}
