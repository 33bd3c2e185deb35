package io.sallyport.workflow.engine;

import io.sallyport.diagrams.AllowList;
import io.sallyport.diagrams.Diagram;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.stereotype.Component;

/**
 * Applies the allow-list of {@code diagrams} to every file before the engine parses it, whoever
 * deploys it and by whatever way (R01 to R05). A definition that was deployed under an older list
 * is not judged again when the engine re-reads it: its deployment names the list's version.
 */
@Component
class AllowListDeployer implements Deployer {

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    List<Finding> findings =
        deployment.getResources().values().stream().flatMap(AllowListDeployer::findings).toList();
    if (!findings.isEmpty()) {
      throw new Refused(findings);
    }
  }

  private static Stream<Finding> findings(ResourceEntity file) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".bpmn") && !name.endsWith(".dmn")) {
      return Stream.of(
          new Finding(
              "diagrams/only-diagrams-are-deployed",
              file.getName(),
              "another file",
              ".bpmn, .dmn"));
    }
    return Diagram.read(file.getName(), file.getBytes()).findings(AllowList.product()).stream();
  }
}
