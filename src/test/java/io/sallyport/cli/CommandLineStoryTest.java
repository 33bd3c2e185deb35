package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.cli.Terminal.Said;
import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.SatelliteRows;
import io.sallyport.local.Story;
import io.sallyport.models.ModelVersion.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's first hour at the command line, and an auditor's, on the whole boundary. */
@Tag("boundary")
class CommandLineStoryTest {

  private static final Duration STORY = Duration.ofMinutes(4);

  @TempDir Path home;
  private final LocalBoundary boundary = LocalBoundary.shared();

  @Test
  void W3_W4_own_data_is_drafted_submitted_and_watched_then_exported_and_verified()
      throws IOException {
    Terminal emil = terminal("emil");
    assertThat(emil.logIn()).extracting(Said::exitCode, Said::err).containsExactly(0, "");
    Files.copy(Path.of("samples/sonar.csv"), home.resolve("emil/sonar.csv"));

    Said drafted = emil.run("draft", "sonar.csv", "--label", "class");
    assertThat(drafted.exitCode()).as(drafted.toString()).isZero();
    assertThat(drafted.err()).contains("warning: 208 rows hold out about 41; Gate 1 asks for 300");
    assertThat(emil.run("lint", "sonar.yaml"))
        .isEqualTo(new Said(0, "sonar.yaml: nothing is wrong\n", ""));
    Said submitted = emil.run("submit", "sonar.yaml");
    assertThat(submitted.exitCode()).as(submitted.toString()).isZero();
    assertThat(submitted.out()).contains("Submitted as sonar-1", "./sallyport status sonar 1");

    JsonNode ended = Await.found("sonar-1 ends", STORY, () -> ended(emil));
    assertThat(ended.path("state").asText()).isEqualTo("archived");
    assertThat(emil.run("status", "sonar", "1").out())
        .contains("gate-1-failed", "sonar-1 is archived", "It was archived: it failed Gate 1, ");
    assertThat(emil.run("export", "sonar", "1").exitCode()).isEqualTo(Failed.NO);

    Terminal audrey = terminal("audrey");
    assertThat(audrey.logIn().exitCode()).isZero();
    Said exported = audrey.run("export", "sonar", "1");
    assertThat(exported.exitCode()).as(exported.toString()).isZero();
    Said verified = audrey.run("verify", "sonar-1.zip");
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
    assertThat(verified.out()).contains("sonar-1: verified", "CAUTION: the key came with");
  }

  @Test
  void A2_S05_S14_the_satellite_sample_goes_into_service_and_is_asked_by_the_command_line()
      throws IOException {
    SatelliteRows rows = SatelliteRows.everyNth(17);
    Terminal emil = loggedIn("emil");
    Files.copy(Path.of("samples/satellite.csv"), home.resolve("emil/inland.csv"));
    Files.writeString(home.resolve("emil/rows.csv"), rows.asked());
    said(emil.run("draft", "inland.csv", "--label", "land_cover", "--program", "harbor"));
    said(emil.run("submit", "inland.yaml"));

    new Story(boundary, "inland-1").authorizedBy("bob").reaches(State.IN_SERVICE);

    assertThat(emil.run("status", "inland", "1").out()).contains("inland-1 is in-service");
    rows.assertAnswered(
        SatelliteRows.labels(said(emil.run("predict", "inland", "rows.csv")).out()));
    assertThat(loggedIn("olga").run("predict", "inland", "../emil/rows.csv").err())
        .contains("service/the-requester-is-a-consumer");
    Terminal audrey = loggedIn("audrey");
    said(audrey.run("export", "inland", "1"));
    assertThat(said(audrey.run("verify", "inland-1.zip")).out()).contains("inland-1: verified");
  }

  private Terminal loggedIn(String username) throws IOException {
    Terminal terminal = terminal(username);
    said(terminal.logIn());
    return terminal;
  }

  private static Said said(Said answer) {
    assertThat(answer.exitCode()).as(answer.toString()).isZero();
    return answer;
  }

  private Terminal terminal(String username) throws IOException {
    Path folder = Files.createDirectories(home.resolve(username));
    return new Terminal(boundary.address(), folder, username);
  }

  private static Optional<JsonNode> ended(Terminal person) {
    Said status = person.run("status", "sonar", "1", "--json");
    assertThat(status.exitCode()).as(status.toString()).isZero();
    return Optional.of(Json.read(status.out()))
        .filter(now -> !now.path("state").asText().equals("in-progress"));
  }
}
