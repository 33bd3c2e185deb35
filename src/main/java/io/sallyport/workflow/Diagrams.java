package io.sallyport.workflow;

import io.sallyport.diagrams.Diagram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The diagrams in force, as pages draw them. */
@Component
public class Diagrams {

  private final RepositoryService repository;
  private final Map<String, Diagram> read = new ConcurrentHashMap<>();

  Diagrams(RepositoryService repository) {
    this.repository = repository;
  }

  /** The diagram of {@code process} in the newest release. */
  public Optional<Diagram> inForce(String process) {
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .singleResult();
    return Optional.ofNullable(definition)
        .map(found -> read.computeIfAbsent(found.getId(), id -> diagram(process, id)));
  }

  private Diagram diagram(String process, String definition) {
    try (var bytes = repository.getProcessModel(definition)) {
      return Diagram.read(process + ".bpmn", bytes.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Reading the diagram of " + process, unreadable);
    }
  }
}
