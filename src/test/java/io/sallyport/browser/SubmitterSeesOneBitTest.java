package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.Terminal;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Story;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Of a failure at Gate 1 the submitter learns one bit, wherever he asks (design, trust 3). */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class SubmitterSeesOneBitTest {

  /** A measured number as the auditor's page shows it, without its last digit, which is rounded. */
  private static final Pattern MEASURED = Pattern.compile("\\d\\.\\d{3}(?=\\d)");

  @TempDir Path home;
  private final Chromium chromium = Chromium.shared();
  private final Story version = PreparedVersions.shared().notProven();

  @Test
  void S09_no_number_of_gate_1_reaches_the_submitter_by_page_rest_or_command_line() {
    String page = PreparedVersions.page(version);
    Screen audrey = chromium.as("audrey").open(page);
    Set<String> measured = numbers(audrey.words("section[aria-labelledby=gate-1]"));
    assertThat(measured).as("what the auditor sees").hasSizeGreaterThanOrEqualTo(3);

    Screen emil = chromium.as("emil").open(page);
    Terminal terminal = new Terminal(LocalBoundary.shared().address(), home, "emil");
    assertThat(terminal.logIn().exitCode()).isZero();
    List<String> answers =
        List.of(
            emil.page().content(),
            terminal.run("status", "snow-depth", "1").toString(),
            terminal.run("status", "snow-depth", "1", "--json").toString());

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer).contains("snow-depth").doesNotContain(measured));
    assertThat(emil.page().request().get("/models/snow-depth/1/package").status()).isEqualTo(403);
  }

  private static Set<String> numbers(String text) {
    return MEASURED.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
