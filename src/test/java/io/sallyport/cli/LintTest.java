package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** W3: the command line judges a submission by the server's own rules, with a server or without. */
class LintTest {

  private static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");
  private static final String ASKED = "GET /api/v1/programs/sentinel";
  static final String PROGRAM =
      """
      {"name":"sentinel","account":"123456789012","region":"us-gov-west-1","tier":"ROUTINE",
       "dataBuckets":["sentinel-data"],"imageRepositories":["sentinel/trainer"],"images":[],
       "subnets":["subnet-0a1b2c3d4e5f60711","subnet-0a1b2c3d4e5f60712"],
       "securityGroups":["sg-0a1b2c3d4e5f60721"],"keys":["alias/sentinel-data"],
       "trainingRoles":["arn:aws-us-gov:iam::123456789012:role/sentinel-training"],
       "servingRoles":["arn:aws-us-gov:iam::123456789012:role/sentinel-serving"],
       "instanceTypes":["ml.m5.xlarge"],
       "consumers":["arn:aws-us-gov:iam::123456789012:role/sentinel-consumer"],
       "maximumInstances":4}
      """;
  private static final String WRONG =
      "boundary/the-label-is-kept: /data/dropColumns is land_cover; the limit is columns other than"
          + " the label\n";

  @TempDir Path home;
  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer();
    Files.copy(SUBMISSIONS.resolve("good/complete.yaml"), home.resolve("good.yaml"));
    Files.copy(SUBMISSIONS.resolve("leaking/label-dropped.yaml"), home.resolve("wrong.yaml"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void W3_lint_with_an_allow_list_asks_nobody() throws IOException {
    Files.writeString(home.resolve("sentinel.json"), PROGRAM);

    assertThat(server.run(home, "lint", "good.yaml", "--program", "sentinel.json")).isZero();
    assertThat(server.run(home, "lint", "wrong.yaml", "--program", "sentinel.json")).isEqualTo(1);

    assertThat(server.out()).isEqualToNormalizingNewlines("good.yaml: nothing is wrong\n" + WRONG);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void W3_lint_goes_by_what_the_server_told_last_when_it_cannot_be_asked() {
    server.loggedIn(home, 300).answers(ASKED, 200, PROGRAM);
    assertThat(server.run(home, "lint", "good.yaml")).isZero();
    assertThat(server.err()).isEmpty();
    server.loggedIn(home, 0);

    assertThat(server.run(home, "lint", "wrong.yaml")).isEqualTo(1);

    assertThat(server.err()).startsWith("By the allow-list of sentinel as told at 2");
    assertThat(server.out()).endsWith(WRONG);
  }

  @Test
  void W3_lint_without_any_allow_list_says_what_to_do() throws IOException {
    assertThat(server.run(home, "lint", "good.yaml")).isEqualTo(2);
    Files.writeString(home.resolve("part.yaml"), "name: sentinel\n");
    assertThat(server.run(home, "lint", "good.yaml", "--program", "part.yaml")).isEqualTo(2);
    Files.writeString(home.resolve("other.json"), PROGRAM.replace("\"sentinel\"", "\"harbour\""));
    assertThat(server.run(home, "lint", "good.yaml", "--program", "other.json")).isEqualTo(2);

    assertThat(server.err())
        .contains(
            "Not logged in: ./sallyport login. The allow-list of sentinel was never told here; give"
                + " one by --program FILE\n")
        .contains("part.yaml is no program's allow-list: Missing creator property 'account'\n")
        .contains("other.json is the allow-list of harbour; the submission is of sentinel\n");
  }

  @Test
  void S09_the_floors_of_the_tier_are_told_too_and_known_without_a_server() throws IOException {
    String floors =
        """
        ,"floors":{"minimumRows":300,"minimumRowsPerClass":30,"maximumNearDuplicateShare":"0.005",
                   "maximumLooks":10,"thresholds":{"accuracy":"0.99"}}}
        """;
    Files.writeString(
        home.resolve("sentinel.json"), PROGRAM.strip().replaceFirst("}$", "") + floors);

    assertThat(server.run(home, "lint", "good.yaml", "--program", "sentinel.json")).isEqualTo(1);

    assertThat(server.out())
        .contains("boundary/thresholds-reach-the-tiers-floor: /evaluation/metrics/0/threshold")
        .contains("the limit is at least 0.99 in tier routine");
  }

  @Test
  void W3_a_refused_look_at_the_program_is_the_answer() {
    server.loggedIn(home, 300).answers(ASKED, 200, PROGRAM);
    server.run(home, "lint", "good.yaml");
    server.answers(ASKED, 403, "{\"title\":\"Refused\",\"detail\":\"not yours\"}");
    server.run(home, "lint", "good.yaml");

    assertThat(server.run(home, "lint", "good.yaml")).isEqualTo(1);

    assertThat(server.err()).isEqualToNormalizingNewlines("HTTP 403: not yours\n");
  }

  @Test
  void W3_lint_live_lets_the_server_judge() {
    server
        .loggedIn(home, 300)
        .answers(
            "POST /api/v1/submissions/lint",
            200,
            "{\"clean\":false,\"findings\":[{\"rule\":\"a/b\",\"subject\":\"s\",\"value\":\"v\","
                + "\"limit\":\"l\"}]}");

    assertThat(server.run(home, "lint", "--live", "good.yaml")).isEqualTo(1);
    assertThat(server.out()).isEqualToNormalizingNewlines("a/b: s is v; the limit is l\n");
    assertThat(server.run(home, "lint", "--live", "--json", "good.yaml")).isEqualTo(1);

    String json = server.out().substring(server.out().indexOf('{'));
    assertThat(Json.read(json).path("clean").asBoolean(true)).isFalse();
    assertThat(Json.findings(Json.read(json).path("findings"))).hasSize(1);
  }
}
