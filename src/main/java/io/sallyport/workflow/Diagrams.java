package io.sallyport.workflow;

import io.sallyport.diagrams.Diagram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The diagrams that cases run on, as pages draw them: never those of a newer release. */
@Component
public class Diagrams {

  private final RepositoryService repository;
  private final Map<String, Diagram> read = new ConcurrentHashMap<>();

  Diagrams(RepositoryService repository) {
    this.repository = repository;
  }

  /** The diagram behind the engine's id of a process definition. */
  public Diagram of(String definition) {
    return read.computeIfAbsent(definition, this::read);
  }

  private Diagram read(String definition) {
    String file = repository.getProcessDefinition(definition).getResourceName();
    try (var bytes = repository.getProcessModel(definition)) {
      return Diagram.read(file, bytes.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Reading the diagram " + file, unreadable);
    }
  }
}
