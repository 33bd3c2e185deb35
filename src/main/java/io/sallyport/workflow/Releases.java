package io.sallyport.workflow;

import io.sallyport.custody.proof.Bytes;
import io.sallyport.diagrams.AllowList;
import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.Proof;
import io.sallyport.diagrams.Release;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    Map<String, byte[]> files = files();
    requireProof(files);
    DeploymentBuilder release =
        repository
            .createDeployment()
            .name(NAME)
            .source("class path; allow-list " + AllowList.VERSION)
            .enableDuplicateFiltering(false);
    files.forEach((name, bytes) -> release.addInputStream(name, new ByteArrayInputStream(bytes)));
    log.info("Release in force: {}", release.deploy().getId());
  }

  /** No release without a proof that no path leads round a gate (F01). */
  private static void requireProof(Map<String, byte[]> files) {
    List<Diagram> diagrams = new ArrayList<>();
    files.forEach((name, bytes) -> diagrams.add(Diagram.read(name, bytes)));
    List<Finding> findings = Proof.of(Release.of(diagrams)).findings();
    if (!findings.isEmpty()) {
      throw new Refused(findings);
    }
  }

  /** The diagrams and tables on the class path, by name. */
  private static Map<String, byte[]> files() {
    var resolver = new PathMatchingResourcePatternResolver();
    Map<String, byte[]> files = new TreeMap<>();
    try {
      for (String kind : List.of("bpmn", "dmn")) {
        for (Resource file : resolver.getResources("classpath*:processes/*." + kind)) {
          files.put(String.valueOf(file.getFilename()), file.getContentAsByteArray());
        }
      }
      return files;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Reading the diagrams on the class path", unreadable);
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
