package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.Terminal;
import io.sallyport.cli.Terminal.Said;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.SatelliteRows;
import io.sallyport.local.Story;
import io.sallyport.models.ModelVersion.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** "First ten minutes" of the README, walked with the pages and the commands that it names. */
@Tag("boundary")
@ExtendWith(WithChromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstTenMinutesTest {

  private static final Map<String, String> NO_NAMES = Map.of();

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Chromium chromium = Chromium.shared();
  private final Story sample = new Story(boundary, boundary.sample("sentinel").satellite());

  @TempDir Path home;
  private Terminal emil;

  @BeforeEach
  void logIn() throws IOException {
    emil = terminal("emil");
  }

  @Test
  void F40_the_sample_is_watched_signed_put_into_service_asked_and_verified() throws IOException {
    watched(chromium.as("emil"));
    signed(chromium.as("alice"));
    sample.reaches(State.IN_SERVICE);

    assertThat(run(emil, "./sallyport status land-cover 1", NO_NAMES).out())
        .contains("land-cover-1 is in-service");
    SatelliteRows rows = SatelliteRows.everyNth(17);
    Files.writeString(home.resolve("emil/rows.csv"), rows.asked());
    Map<String, String> names = Map.of("ENDPOINT", "land-cover", "ROWS.csv", "rows.csv");
    Said answers = run(emil, "./sallyport predict ENDPOINT ROWS.csv", names);
    rows.assertAnswered(SatelliteRows.labels(answers.out()));
    Terminal audrey = terminal("audrey");
    run(audrey, "./sallyport export land-cover 1", NO_NAMES);
    Said verified = run(audrey, "./sallyport verify FILE", Map.of("FILE", "land-cover-1.zip"));
    assertThat(verified.out()).contains("land-cover-1: verified");
  }

  @Test
  void F40_S09_own_data_is_drafted_and_submitted_and_too_few_rows_are_not_assessable()
      throws IOException {
    Files.copy(Path.of("samples/sonar.csv"), home.resolve("emil/my.csv"));
    Map<String, String> names = Map.of("COLUMN", "class", "FILE", "my.yaml");

    run(emil, "./sallyport draft my.csv --label COLUMN", names);
    run(emil, "./sallyport lint FILE", names);
    assertThat(run(emil, "./sallyport submit FILE", names).out()).contains("Submitted as my-1");
    new Story(boundary, "my-1").reaches(State.ARCHIVED);

    Screen page = chromium.as("emil").open("/models/my/1").isSound("version-not-assessable");
    assertThat(page.words(".sp-note")).contains("it failed Gate 1, not assessable");
    assertThat(page.words("section[aria-labelledby=bit]"))
        .contains("the held-out set is 41 rows: not assessable; the limit is at least 300 rows");
  }

  private void watched(Screen page) {
    page.open("/models").press("land-cover version 1").waitFor(".sp-way");
    assertThat(page.each("h2")).contains("Where it is", "History");
  }

  private void signed(Screen page) {
    sample.waitsAt("decide-on-promotion");
    page.open("/inbox").press("Put land-cover version 1 into production?").waitFor("#grounds");
    page.choose("outcome-authorize").fill("grounds", "The bound lies above the limit.");
    page.press("Continue to sign").waitForPage("/sign").press("Confirm and sign");
    Chromium.confirm(page, "alice");
    assertThat(page.waitForPage("/signed").heading()).startsWith("You signed: authorize");
  }

  private static Said run(Terminal terminal, String asWritten, Map<String, String> names) {
    Said said = terminal.run(Readme.command(asWritten, names));
    assertThat(said.exitCode()).as(said.toString()).isZero();
    return said;
  }

  private Terminal terminal(String username) throws IOException {
    Path folder = Files.createDirectories(home.resolve(username));
    Terminal terminal = new Terminal(boundary.address(), folder, username);
    assertThat(Readme.command("./sallyport login", NO_NAMES)).containsExactly("login");
    assertThat(terminal.logIn().exitCode()).isZero();
    return terminal;
  }
}
