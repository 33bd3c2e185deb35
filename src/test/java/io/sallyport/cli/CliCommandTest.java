package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.boundary.SubmissionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliCommandTest {

  private static final String REFUSAL =
      """
      {"title":"Refused","status":422,"detail":"…","findings":[
        {"rule":"boundary/a","subject":"/model","value":"X","limit":"lower case"},
        {"rule":"boundary/b","subject":"/reason","value":"empty","limit":"a reason"}]}
      """;

  private static final String IMAGE =
      "123456789012.dkr.ecr.us-gov-west-1.amazonaws.com/sentinel/trainer@sha256:" + "a".repeat(64);
  private static final String PROGRAM =
      LintTest.PROGRAM.replace("\"images\":[]", "\"images\":[\"" + IMAGE + "\"]");

  @TempDir Path home;
  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer();
    Files.writeString(home.resolve("model.yaml"), "model: land-cover\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void W3_login_shows_a_code_to_type_waits_and_keeps_the_token_for_its_owner_alone()
      throws IOException {
    String realm = server.url() + "/realm";
    String endpoint = "/realm/protocol/openid-connect";
    server
        .answers(
            "GET /api/v1/client",
            200,
            "{\"issuer\":\"" + realm + "\",\"clientId\":\"sallyport-cli\"}")
        .answers(
            "POST " + endpoint + "/auth/device",
            200,
            "{\"device_code\":\"d\",\"user_code\":\"AB-CD\",\"interval\":0,\"expires_in\":60,"
                + "\"verification_uri\":\"https://sign-in/device\","
                + "\"verification_uri_complete\":\"https://sign-in/device?c=AB-CD\"}")
        .answers("POST " + endpoint + "/token", 400, "{\"error\":\"authorization_pending\"}")
        .answers(
            "POST " + endpoint + "/token",
            200,
            "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":300}");

    assertThat(server.run(home, "login")).isZero();

    assertThat(server.out().lines())
        .startsWith("Open https://sign-in/device", "and type the code AB-CD");
    assertThat(server.asked().get(1)).contains("code_challenge_method=S256", "code_challenge=");
    assertThat(server.asked().get(3)).contains("code_verifier=", "device_code=d");
    try (Stream<Path> kept = Files.list(home.resolve(".config/sallyport"))) {
      Path file = kept.findFirst().orElseThrow();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void W3_an_old_token_is_refreshed_before_it_is_used() {
    server
        .loggedIn(home, 1)
        .answers(
            "POST /realm/protocol/openid-connect/token",
            200,
            "{\"access_token\":\"new\",\"refresh_token\":\"r2\",\"expires_in\":300}")
        .answers("POST /api/v1/submissions", 201, "{\"id\":\"land-cover-7\",\"url\":\"/…\"}");

    assertThat(server.run(home, "submit", "model.yaml")).isZero();

    assertThat(server.asked().get(1))
        .isEqualTo("POST /api/v1/submissions Bearer new model: land-cover\n");
    assertThat(server.out())
        .isEqualToNormalizingNewlines(
            "Submitted as land-cover-7\n./sallyport status land-cover 7 --watch\n");
  }

  @Test
  void W3_only_a_no_of_the_sign_in_server_ends_a_login() {
    String token = "POST /realm/protocol/openid-connect/token";
    server.loggedIn(home, 1).answers(token, 503, "").answers(token, 400, "{}");

    assertThat(server.run(home, "submit", "model.yaml")).isEqualTo(2);
    assertThat(server.run(home, "submit", "model.yaml")).isEqualTo(2);

    assertThat(server.err())
        .isEqualToNormalizingNewlines(
            """
            The sign-in server answers HTTP 503; try again
            The login has ended: ./sallyport login
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://sallyport.example.mil", "ftp://localhost", "localhost:8080"})
  void R17_tokens_are_never_sent_in_the_clear_to_another_machine(String url) {
    assertThat(server.run(home, "status", "land-cover", "7", "--server", url)).isEqualTo(2);

    assertThat(server.err())
        .contains("'" + url + "' is not a server's address such as https://")
        .contains("tokens never travel in the clear");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void W3_what_was_submitted_before_is_said_to_be_so() {
    server
        .loggedIn(home, 300)
        .answers(
            "POST /api/v1/submissions",
            200,
            "{\"id\":\"land-cover-7\",\"url\":\"/…\",\"submittedBefore\":true}");

    assertThat(server.run(home, "submit", "model.yaml")).isZero();

    assertThat(server.out())
        .isEqualToNormalizingNewlines(
            """
            You submitted the same before, as land-cover-7; no second version was begun
            ./sallyport status land-cover 7 --watch
            """);
  }

  @Test
  void F10_a_refusal_prints_each_finding_on_a_line_and_exits_with_1() {
    server.loggedIn(home, 300).answers("POST /api/v1/submissions", 422, REFUSAL);

    assertThat(server.run(home, "submit", "model.yaml")).isEqualTo(1);

    assertThat(server.err())
        .isEqualToNormalizingNewlines(
            """
            boundary/a: /model is X; the limit is lower case
            boundary/b: /reason is empty; the limit is a reason
            """);
  }

  @Test
  void W3_a_refusal_as_json_carries_the_findings() {
    server.loggedIn(home, 300).answers("POST /api/v1/submissions", 422, REFUSAL);

    assertThat(server.run(home, "submit", "--json", "model.yaml")).isEqualTo(1);

    assertThat(Json.findings(Json.read(server.out()).path("findings"))).hasSize(2);
    assertThat(server.err()).isEmpty();
  }

  @Test
  void W3_status_tells_where_a_version_stands_and_watches_until_a_person_must_act() {
    String running =
        "{\"id\":\"land-cover-7\",\"state\":\"in-progress\",\"facts\":[],\"findings\":[],"
            + "\"sentence\":\"It waits for the training job to end\",\"detail\":\"Wait.\","
            + "\"waits\":[{\"activity\":\"training-job-finished\",\"waitsFor\":\"a job of AWS\","
            + "\"since\":\"2026-11-25T00:00:00Z\"}]}";
    server
        .loggedIn(home, 300)
        .answers("GET /api/v1/models/land-cover/7", 200, running)
        .answers(
            "GET /api/v1/models/land-cover/7",
            200,
            running
                .replace("a job of AWS", "a person")
                .replace("the training job to end", "Alice Ames to sign"));

    assertThat(server.run(home, "status", "land-cover", "7", "--watch")).isZero();

    assertThat(server.out())
        .isEqualToNormalizingNewlines(
            """
            land-cover-7 is in-progress
            It waits for the training job to end.
            Wait.
            It waits for Alice Ames to sign.
            """);
  }

  @Test
  void W3_status_as_json_is_what_the_server_said() {
    String said = "{\"id\":\"land-cover-7\",\"state\":\"in-service\",\"waits\":[]}";
    server.loggedIn(home, 300).answers("GET /api/v1/models/land-cover/7", 200, said);

    assertThat(server.run(home, "status", "land-cover", "7", "--watch", "--json")).isZero();

    assertThat(Json.read(server.out())).isEqualTo(Json.read(said));
  }

  @Test
  void P6_predict_prints_the_answer_as_it_is_and_export_writes_the_file() throws IOException {
    Files.writeString(home.resolve("rows.csv"), "1,2\n");
    server
        .loggedIn(home, 300)
        .answers("POST /api/v1/endpoints/land-cover/invocations", 200, "{\"label\":\"soil\"}\n")
        .answers("GET /api/v1/models/land-cover/7/package", 200, "zip");

    assertThat(server.run(home, "predict", "land-cover", "rows.csv")).isZero();
    assertThat(server.run(home, "export", "land-cover", "7")).isZero();

    assertThat(server.out()).startsWith("{\"label\":\"soil\"}\n");
    assertThat(home.resolve("land-cover-7.zip")).hasContent("zip");
  }

  @Test
  void W4_draft_uploads_warns_and_writes_a_submission_that_the_schema_takes() throws IOException {
    givenAProgramThatTakesData();

    int exit = server.run(home, "draft", "My Data.csv", "--label", "kind");

    assertThat(server.err()).contains("warning: 2 rows hold out about 0; Gate 1 asks for 300");
    assertThat(exit).isZero();
    byte[] yaml = Files.readAllBytes(home.resolve("my-data.yaml"));
    assertThat(SubmissionReader.examine(yaml).findings()).isEmpty();
    assertThat(SubmissionReader.read(yaml).data().source().versionId()).isEqualTo("v1");
    assertThat(SubmissionReader.read(yaml).containers().training()).isEqualTo(IMAGE);
  }

  @Test
  void W4_draft_replaces_a_submission_only_when_told_and_uploads_nothing_before()
      throws IOException {
    givenAProgramThatTakesData();
    Path yaml = Files.writeString(home.resolve("my-data.yaml"), "mine");

    assertThat(server.run(home, "draft", "My Data.csv", "--label", "a")).isEqualTo(2);

    assertThat(server.err())
        .isEqualToNormalizingNewlines(
            "my-data.yaml is there already: --force replaces it, --model gives another name\n");
    assertThat(server.asked()).isEmpty();
    assertThat(yaml).hasContent("mine");
    assertThat(server.run(home, "draft", "My Data.csv", "--label", "a", "--force")).isZero();
    assertThat(SubmissionReader.read(Files.readAllBytes(yaml)).data().label()).isEqualTo("a");
  }

  private void givenAProgramThatTakesData() throws IOException {
    Files.writeString(home.resolve("My Data.csv"), "a,kind\n1,x\n2,y\n");
    server
        .loggedIn(home, 300)
        .answers("GET /api/v1/programs/sentinel", 200, PROGRAM)
        .answers(
            "POST /api/v1/programs/sentinel/data?name=My-Data.csv",
            201,
            "{\"uri\":\"s3://sentinel-data/uploads/My-Data.csv\",\"versionId\":\"v1\","
                + "\"sha256\":\"ab\",\"sizeBytes\":16}");
  }

  @Test
  void W3_trouble_is_said_in_a_line_and_exits_with_2() {
    assertThat(server.run(home, "submit", "model.yaml")).isEqualTo(2);
    assertThat(server.run(home, "submit", "--server", "http://127.0.0.1:1", "model.yaml"))
        .isEqualTo(2);
    assertThat(server.run(home, "verify", "missing.zip")).isEqualTo(2);
    assertThat(server.run(home, "export", "land-cover")).isEqualTo(2);

    assertThat(server.err())
        .contains("Not logged in: ./sallyport login")
        .contains("Cannot read " + home.resolve("missing.zip"))
        .contains("Missing required parameter: 'VERSION'");
  }
}
