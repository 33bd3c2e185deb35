package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** W3: the command line explains itself. */
class HelpTest {

  @TempDir Path home;
  private StubServer server;

  @BeforeEach
  void start() throws Exception {
    server = new StubServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<String> commands() {
    return CliCommand.line(StubServer.nowhere()).getSubcommands().keySet().stream();
  }

  @Test
  void W3_the_version_is_that_of_the_build() {
    assertThat(server.run(home, "-V")).isZero();
    assertThat(server.run(home, "verify", "--version")).isZero();
    assertThat(server.out().lines().toList())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).matches("Sallyport \\d+\\.\\d+\\.\\d+"));
  }

  @Test
  void W3_the_help_names_every_command_and_every_exit_code() {
    assertThat(server.run(home, "help")).isZero();
    assertThat(server.out())
        .contains(commands().map(command -> "\n  " + command).toList())
        .contains("  0   done", "  1   the answer is no", "  2   not understood");
  }

  @Test
  void W3_the_first_word_of_every_command_is_known_to_the_jar() {
    Set<String> words = new TreeSet<>(CliCommand.WORDS);
    assertThat(commands()).allMatch(words::remove);
    assertThat(words).containsExactly("--help", "--version", "-V", "-h");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void W3_each_command_explains_itself_and_all_that_it_takes(String command) {
    CommandLine line = CliCommand.line(StubServer.nowhere()).getSubcommands().get(command);

    assertThat(server.run(home, command, "-h")).isZero();
    assertThat(server.out()).contains("Usage: sallyport " + command);
    assertThat(line.getCommandSpec().args())
        .filteredOn(argument -> argument.description().length == 0)
        .extracting(ArgSpec::paramLabel)
        .isEmpty();
  }

  @Test
  void W3_what_is_not_understood_exits_with_2_and_shows_how_it_is_meant() {
    assertThat(server.run(home, "login", "--no-such-option")).isEqualTo(2);
    assertThat(server.run(home, "status", "land-cover")).isEqualTo(2);
    assertThat(server.run(home, "status", "land-cover", "seven")).isEqualTo(2);
    assertThat(server.err())
        .contains("Unknown option: '--no-such-option'", "Usage: sallyport login")
        .contains("Missing required parameter: 'VERSION'", "Usage: sallyport status")
        .contains("Invalid value for positional parameter at index 1 (VERSION): 'seven'");
  }
}
