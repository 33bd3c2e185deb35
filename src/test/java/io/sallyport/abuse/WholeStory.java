package io.sallyport.abuse;

import io.sallyport.authority.Decision;
import io.sallyport.authority.Decisions;
import io.sallyport.authority.Directory;
import io.sallyport.authority.Inbox;
import io.sallyport.authority.PendingDecision;
import io.sallyport.authority.Person;
import io.sallyport.authority.signing.SignedChallenge;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.Invocation;
import io.sallyport.aws.serving.Invocations;
import io.sallyport.deployment.InService;
import io.sallyport.local.Await;
import io.sallyport.local.SampleSubmission;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.workflow.HumanTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/**
 * From a submission to a version in service, told to nodes that may die. What a person was told has
 * happened: a version that was taken in, a decision that was signed. Where no answer came, the
 * person looks before trying again.
 */
final class WholeStory {

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Path DATA = Path.of("samples/satellite.csv");

  private final MortalNodes nodes;
  private final String model;
  private final String id;

  private WholeStory(MortalNodes nodes, String model) {
    this.nodes = nodes;
    this.model = model;
    this.id = model + "-1";
  }

  /** Tells it to the end; the id of the version that is in service then. */
  static String tell(MortalNodes nodes, String model) {
    WholeStory story = new WholeStory(nodes, model);
    story.submit();
    story.sign();
    story.reach(State.IN_SERVICE);
    return story.id;
  }

  /** What the endpoint answers to the first row of the data. */
  static String answer(MortalNodes nodes, String model) {
    return nodes.ask(
        node -> {
          String endpoint = node.getBean(InService.class).of(model + "-1").orElseThrow().endpoint();
          Invocation call = new Invocation(endpoint, row(), "whole-story");
          byte[] answer = node.getBean(Invocations.class).invoke(Caller.INVOKING, call).body();
          return new String(answer, StandardCharsets.UTF_8);
        });
  }

  private void submit() {
    nodes.ask(node -> version(node).orElseGet(() -> submitted(node)));
  }

  private ModelVersion submitted(ApplicationContext node) {
    SampleSubmission sample = new SampleSubmission(node, "harbor").forTests();
    return sample.submit(model, DATA, "land_cover", "0.85");
  }

  private void sign() {
    HumanTask task =
        Await.found("a task of Gate 3 about " + id, LONG, () -> nodes.ask(this::decision));
    nodes.ask(
        node -> {
          if (node.getBean(Inbox.class).open(task.id()).isPresent()) sign(node, task);
          return task;
        });
  }

  private Optional<HumanTask> decision(ApplicationContext node) {
    return node.getBean(Inbox.class).about(id).stream()
        .filter(task -> task.key().equals("decide-on-promotion"))
        .findFirst();
  }

  /** The step-up's proof is given: what it proves is tested where it is made. */
  private static void sign(ApplicationContext node, HumanTask task) {
    Person bob = person(node, "bob");
    Decisions decisions = node.getBean(Decisions.class);
    Decision authorize = new Decision("authorize", "Well above the limit, nothing open.", Map.of());
    String seen = decisions.open(task.id(), bob).packetSha256();
    PendingDecision pending = decisions.state(task.id(), bob, authorize, seen);
    decisions.sign(
        new SignedChallenge(
            pending.taskId(),
            pending.statementSha256(),
            "challenge",
            "token",
            "{\"kid\":\"given\"}",
            pending.statedAt()),
        bob);
  }

  private void reach(State state) {
    Await.found(
        id + " becomes " + state,
        LONG,
        () -> nodes.ask(this::version).filter(version -> version.state() == state));
  }

  private Optional<ModelVersion> version(ApplicationContext node) {
    return node.getBean(Models.class).find(id);
  }

  private static Person person(ApplicationContext node, String name) {
    return node.getBean(Directory.class).find(DemoPeople.named(name).subject()).orElseThrow();
  }

  private static byte[] row() {
    try {
      String line = Files.readAllLines(DATA).get(1);
      return (line.substring(0, line.lastIndexOf(',')) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("reading " + DATA, unreadable);
    }
  }
}
