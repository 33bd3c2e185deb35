package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.cli.Terminal;
import io.sallyport.cli.Terminal.Said;
import io.sallyport.local.Await;
import io.sallyport.local.LocalParts;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.local.keycloak.Visitor.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Row 22 with real processes: the product in a JVM of its own gets SIGKILL three times in one
 * story, each time just when AWS has done what was asked and before the answer arrives. People use
 * the command line and the pages, and sign with a real step-up.
 */
@Tag("boundary")
class KilledNodeTest {

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Pattern TASK = Pattern.compile("href=\"(/tasks/[^\"/]+)\"");
  private static final Path LOG = Path.of("target", "killed-node.log");

  @TempDir private Path home;

  private final LocalParts parts = LocalParts.shared();
  private final List<String> before = Remains.resources(parts);
  private NodeProcess node;

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void R22_a_node_killed_three_times_loses_nothing_and_does_nothing_twice() throws IOException {
    start("first start");
    killWhenDone("sagemaker", "CreateTrainingJob");
    Terminal emil = terminal("emil");
    submit(emil);
    restart("killed while a step started the training job");

    Visitor alice = Visitor.loggedIn(parts.keycloak().application(), "alice");
    String task = Await.found("a task in the inbox", LONG, () -> task(alice));
    killWhenDone("kms", "Sign");
    assertThatThrownBy(() -> sign(alice, task)).isInstanceOf(UncheckedIOException.class);
    restart("killed when KMS had signed the decision");
    assertThat(remains().facts()).doesNotContain("decision-signed");

    killWhenDone("sagemaker", "CreateEndpoint");
    assertThat(sign(alice, task).text()).contains("You signed: authorize");
    restart("killed while a step created the endpoint");

    inService(emil);
    assertThat(remains().facts()).containsExactlyElementsOf(Remains.FACTS_OF_A_PROMOTION);
    assertThat(remains().periods()).containsExactly("open");
    assertThat(remains().resources()).doesNotHaveDuplicates();
    answers(emil);
    verifies(terminal("audrey"));
  }

  private void start(String why) {
    node = NodeProcess.start(settings(), LOG);
    System.out.printf("R22 %s: ready after %.1f s%n", why, node.awaitReady().toMillis() / 1e3);
  }

  private void restart(String why) {
    node.awaitEnd();
    start(why);
  }

  private void killWhenDone(String service, String operation) {
    parts.aws().faults().afterSuccess(service, operation, () -> node.kill());
  }

  /** Short looks into the queue, so that a killed node takes few events with it. */
  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(parts.settings());
    settings.put("sallyport.aws.timeouts.receive", "1s");
    settings.put("sallyport.workflow.hint-lifetime", "10m");
    return settings;
  }

  private Terminal terminal(String username) throws IOException {
    Path folder = Files.createDirectories(home.resolve(username));
    Terminal terminal = new Terminal(parts.keycloak().application(), folder, username);
    assertThat(terminal.logIn().exitCode()).isZero();
    return terminal;
  }

  private void submit(Terminal emil) throws IOException {
    Files.copy(Path.of("samples/satellite.csv"), home.resolve("emil/shore.csv"));
    done(emil.run("draft", "shore.csv", "--label", "land_cover"));
    assertThat(done(emil.run("submit", "shore.yaml"))).contains("Submitted as shore-1");
  }

  private static Optional<String> task(Visitor alice) {
    Matcher task = TASK.matcher(alice.follow(alice.get("/inbox")).text());
    return task.find() ? Optional.of(task.group(1)) : Optional.empty();
  }

  private static Page sign(Visitor alice, String task) {
    Map<String, String> decision =
        Map.of("outcome", "authorize", "grounds", "Well above the limit, nothing is open.");
    Page stated = alice.follow(alice.submit(alice.get(task), decision));
    Page toTheRealm = alice.submit(stated, Map.of());
    return alice.follow(alice.signAt(toTheRealm.location(), "alice"));
  }

  private static void inService(Terminal emil) {
    Await.found(
        "shore-1 in service",
        LONG,
        () ->
            Optional.of(done(emil.run("status", "shore", "1")))
                .filter(said -> said.contains("shore-1 is in-service")));
  }

  private void answers(Terminal emil) throws IOException {
    String row = Files.readAllLines(Path.of("samples/satellite.csv")).get(1);
    Files.writeString(home.resolve("emil/row.csv"), row.substring(0, row.lastIndexOf(',')) + "\n");
    assertThat(done(emil.run("predict", "shore", "row.csv"))).contains("\"label\":\"grey_soil\"");
  }

  private static void verifies(Terminal audrey) {
    done(audrey.run("export", "shore", "1"));
    assertThat(done(audrey.run("verify", "shore-1.zip"))).contains("shore-1: verified");
  }

  private Remains remains() {
    return Remains.of("shore", parts, before);
  }

  private static String done(Said said) {
    assertThat(said.exitCode()).as(said.toString()).isZero();
    return said.out();
  }
}
