package io.sallyport.deployment;

import io.sallyport.local.LocalBoundary;
import io.sallyport.models.ModelVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;

/** A case that deploys at once: its diagram breaks no rule of form, and no release proves it. */
final class QuickWay implements AutoCloseable {

  private final LocalBoundary boundary;
  private final String deployment;

  QuickWay(LocalBoundary boundary) throws IOException {
    this.boundary = boundary;
    this.deployment =
        boundary
            .bean(RepositoryService.class)
            .createDeployment()
            .addInputStream(
                "quick-way.bpmn", getClass().getResourceAsStream("/diagrams/quick-way.bpmn"))
            .addString("deployment.bpmn", Files.readString(Path.of("processes/deployment.bpmn")))
            .deploy()
            .getId();
  }

  void deploys(ModelVersion version) {
    boundary
        .bean(RuntimeService.class)
        .startProcessInstanceByKey(
            "quick-way",
            version.id(),
            Map.of("modelVersionId", version.id(), "program", version.program()));
  }

  @Override
  public void close() {
    boundary.bean(RepositoryService.class).deleteDeployment(deployment, true);
  }
}
