package io.sallyport.workflow;

import io.sallyport.custody.proof.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * A release is one deployment of the whole set of diagrams and tables, so that a case runs on what
 * belongs together (binding {@code deployment}). The class path is deployed when no release exists,
 * or, where {@code sallyport.workflow.deploy-differences} says so, when it differs.
 */
@Component
class Releases {

  private static final Logger log = LoggerFactory.getLogger(Releases.class);
  private static final String NAME = "sallyport-release";

  private final RepositoryService repository;
  private final Settings settings;
  private final Map<String, String> digests = new ConcurrentHashMap<>();

  Releases(RepositoryService repository, Settings settings) {
    this.repository = repository;
    this.settings = settings;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Order(0)
  void deploy() {
    boolean exists = repository.createDeploymentQuery().deploymentName(NAME).count() > 0;
    if (exists && !settings.deployDifferences()) {
      return;
    }
    DeploymentBuilder release =
        repository
            .createDeployment()
            .name(NAME)
            .source("class path; allow-list " + AllowListDeployer.VERSION)
            .enableDuplicateFiltering(false);
    for (Resource file : files()) {
      try {
        release.addInputStream(file.getFilename(), file.getInputStream());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    log.info("Release in force: {}", release.deploy().getId());
  }

  private static List<Resource> files() {
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      return java.util.stream.Stream.of("bpmn", "dmn")
          .flatMap(
              kind -> {
                try {
                  return List.of(resolver.getResources("classpath*:processes/*." + kind)).stream();
                } catch (IOException unreadable) {
                  throw new UncheckedIOException(unreadable);
                }
              })
          .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
          .toList();
    } catch (UncheckedIOException unreadable) {
      throw new IllegalStateException("The diagrams on the class path cannot be read", unreadable);
    }
  }

  /** SHA-256 of the diagram that a process definition was deployed from. */
  String digest(String processDefinition) {
    return digests.computeIfAbsent(processDefinition, this::readDigest);
  }

  private String readDigest(String processDefinition) {
    ProcessDefinition definition = repository.getProcessDefinition(processDefinition);
    try (var diagram = repository.getProcessModel(definition.getId())) {
      return Bytes.of(diagram.readAllBytes()).digest().hex();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
