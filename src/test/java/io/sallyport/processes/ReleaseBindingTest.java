package io.sallyport.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A release is the whole set; a case that has begun calls nothing of a later one. */
@ExtendWith(OnEngine.class)
class ReleaseBindingTest {

  private static final String NAME = "Gate 1 opened";

  private final RepositoryService repository = Engine.shared().bean(RepositoryService.class);

  @AfterEach
  void releaseOurDiagramsAsTheyAre() throws IOException {
    release(NAME);
  }

  @Test
  void C01_a_case_stays_on_the_release_that_it_began_with() throws IOException {
    Case before = Case.submitted("routine").does("readTrainingJob", Deed.stillRunning()).goesOn();
    List<String> release = releases(before);

    String next = release("Gate 1 was opened");
    Case after = Case.submitted("routine").goesOn();
    before.told(before.called("training-run"), "training-job-finished");
    before.goesOn();

    assertThat(before.called("gate-3-authorization")).isNotNull();
    assertThat(releases(before)).hasSize(1).isEqualTo(release);
    assertThat(releases(after)).containsExactly(next);
  }

  /** The deployments that the case's instances run on. */
  private List<String> releases(Case version) {
    return Engine.shared()
        .bean(HistoryService.class)
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(version.key())
        .list()
        .stream()
        .map(HistoricProcessInstance::getProcessDefinitionId)
        .map(definition -> repository.getProcessDefinition(definition).getDeploymentId())
        .distinct()
        .toList();
  }

  /** All of our files, with another name in one of them. */
  private String release(String name) throws IOException {
    DeploymentBuilder release = repository.createDeployment().name("sallyport-release");
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      for (Path file : files.sorted().toList()) {
        String diagram = Files.readString(file).replace(NAME, name);
        release.addString(file.getFileName().toString(), diagram);
      }
    }
    return release.deploy().getId();
  }
}
