package io.sallyport.gates;

import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.workflow.HumanTask;
import org.springframework.stereotype.Component;

/** What every signed task of a gate lays before its deciders. */
@Component
public record GateDesk(Models models, Parts parts, DecisionPackets packets, PacketViews views) {

  public ModelVersion version(HumanTask task) {
    return models.of(task.modelVersion());
  }
}
