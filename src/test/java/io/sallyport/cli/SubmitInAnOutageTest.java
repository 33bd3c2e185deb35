package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.Terminal.Said;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.aws.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engineer is told while AWS cannot be heard: the same document again, later. */
@Tag("boundary")
class SubmitInAnOutageTest {

  @TempDir Path home;
  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Faults faults = boundary.aws().faults();

  @Test
  void R25_an_outage_is_never_a_refusal() throws IOException {
    Terminal emil = new Terminal(boundary.address(), home, "emil");
    assertThat(emil.logIn().exitCode()).isZero();
    Files.copy(Path.of("samples/sonar.csv"), home.resolve("outage.csv"));
    assertThat(emil.run("draft", "outage.csv", "--label", "class").exitCode()).isZero();

    faults.throttle("kms", "*", 1_000);
    Said inTheOutage = emil.run("submit", "outage.yaml");
    faults.clear();

    assertThat(inTheOutage.exitCode()).as(inTheOutage.toString()).isEqualTo(Failed.TROUBLE);
    assertThat(inTheOutage.err())
        .contains("A part that is needed does not answer. Nothing was recorded. Try again. It is")
        .contains("AWS; wait a minute or two first.");
    assertThat(emil.run("submit", "outage.yaml").out()).contains("Submitted as outage-1");
  }
}
