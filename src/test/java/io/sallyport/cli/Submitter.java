package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.authority.Directory;
import io.sallyport.authority.Person;
import io.sallyport.cli.Terminal.Said;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Story;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.RunningJobs;
import io.sallyport.models.ending.Withdrawals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RuntimeService;

/** An ML engineer with data, a terminal and patience: drafts, edits, lints and submits (A3). */
final class Submitter {

  private final LocalBoundary boundary;
  private final Path folder;
  private final Terminal terminal;

  private Submitter(LocalBoundary boundary, Path folder, Terminal terminal) {
    this.boundary = boundary;
    this.folder = folder;
    this.terminal = terminal;
  }

  /** The demo person emil, logged in, whose files lie in {@code folder}. */
  static Submitter emil(LocalBoundary boundary, Path folder) {
    Terminal terminal = new Terminal(boundary.address(), folder, "emil");
    assertThat(terminal.logIn().exitCode()).isZero();
    return new Submitter(boundary, folder, terminal);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** A draft that is made; the notes stand in {@code err}. */
  Said drafted(Path file, String label) {
    Said said = draft(file, label);
    assertThat(said.exitCode()).as(said.toString()).isZero();
    return said;
  }

  Said draft(Path file, String label) {
    return terminal.run("draft", file.getFileName().toString(), "--label", label);
  }

  /** What lint finds nothing wrong with, and is sent. */
  Story submitted(String model) {
    assertThat(terminal.run("lint", "--live", model + ".yaml"))
        .isEqualTo(new Said(0, model + ".yaml: nothing is wrong\n", ""));
    Said said = terminal.run("submit", model + ".yaml");
    assertThat(said.exitCode()).as(said.toString()).isZero();
    return new Story(boundary, said.out().lines().findFirst().orElseThrow().split(" ", -1)[2]);
  }

  /** Nothing begins: the server says why, when it is asked and when it is sent. */
  void assertRefused(String model, String finding, String advice) {
    Said linted = terminal.run("lint", "--live", model + ".yaml");
    Said sent = terminal.run("submit", model + ".yaml");

    assertThat(linted.exitCode()).isEqualTo(Failed.NO);
    assertThat(sent.exitCode()).isEqualTo(Failed.NO);
    assertThat(linted.out() + linted.err()).contains(finding, advice);
    assertThat(sent.out() + sent.err()).contains(finding, advice);
  }

  /** Changes a drafted submission, as with an editor. */
  void edit(String model, String pattern, String to) throws IOException {
    Path file = folder.resolve(model + ".yaml");
    String text = Files.readString(file);
    assertThat(text).containsPattern(pattern);
    Files.writeString(file, text.replaceFirst(pattern, to));
  }

  /** The state says what happened, the person is told what to change, and no work goes on. */
  void assertRejected(Story story, String rule, String advice) {
    story.reaches(State.ARCHIVED);
    assertThat(story.kinds()).contains("training-rejected").doesNotContain("gate-1-passed");
    String model = story.version().model();
    int number = story.version().number();
    assertThat(terminal.run("status", model, String.valueOf(number)).out())
        .contains(rule, advice, story.version().id() + " is archived");
    assertThat(page(model, number)).contains("It was archived");
    assertNothingIsLeftOf(story);
  }

  void withdraw(Story story) {
    boundary.bean(Withdrawals.class).withdraw(story.version().id(), person());
    story.reaches(State.WITHDRAWN);
    assertNothingIsLeftOf(story);
  }

  void assertNothingIsLeftOf(Story story) {
    String version = story.version().id();
    assertThat(boundary.bean(RunningJobs.class).of(version)).isEmpty();
    assertThat(
            boundary
                .bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(version)
                .count())
        .isZero();
  }

  String page(String model, int number) {
    String address = "/models/" + model + "/" + number;
    return Visitor.loggedIn(boundary.address(), "emil").get(address).text();
  }

  private Person person() {
    return boundary.bean(Directory.class).find(DemoPeople.named("emil").subject()).orElseThrow();
  }
}
