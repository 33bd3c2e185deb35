package io.sallyport.monitoring;

import io.sallyport.models.Authorizations;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.workflow.HumanTask;
import org.springframework.stereotype.Component;

/** What both tasks of an episode lay before those who are asked. */
@Component
record EpisodeDesk(
    Models models, Authorizations authorizations, EpisodePackets packets, EpisodeViews views) {

  ModelVersion version(HumanTask task) {
    return models.of(task.modelVersion());
  }
}
