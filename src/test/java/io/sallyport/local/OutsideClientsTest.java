package io.sallyport.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.local.OutsideTools.Said;
import io.sallyport.models.Lineage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** L5: the emulator answers clients that we did not write as AWS would. */
@Tag("boundary")
class OutsideClientsTest {

  private static final String ENGINEER = "harbor-engineer";

  @TempDir Path folder;
  private OutsideTools tools;
  private LocalBoundary boundary;

  @BeforeEach
  void start() {
    tools = OutsideTools.in(folder);
    boundary = LocalBoundary.shared();
  }

  @Test
  void L5_the_command_line_uploads_a_data_set_and_lists_its_version() throws IOException {
    Path file = Path.of("samples/sonar.csv").toAbsolutePath();

    Said said =
        engineer().script("upload.sh", "harbor-data", "outside/sonar.csv", file.toString(), key());

    assertThat(said.exitCode()).as(said.text()).isZero();
    String version = said.lines().get(0).replace("\"", "");
    assertThat(json(said.text().substring(said.text().indexOf('['))))
        .isEqualTo(
            json("[[\"outside/sonar.csv\",\"%s\",%d]]".formatted(version, Files.size(file))));
  }

  @Test
  void L5_boto3_uploads_in_parts_what_is_large() throws IOException {
    byte[] content = new byte[12 << 20];
    new Random(5).nextBytes(content);
    Path file = Files.write(folder.resolve("large.bin"), content);

    Said said =
        engineer()
            .script("upload_in_parts.py", "harbor-data", "outside/large", file.toString(), key());

    assertThat(said.lines()).containsExactly("3 parts", "aws:kms " + key(), "1 version");
  }

  @Test
  void L5_registry_and_endpoint_are_listed_and_described() {
    Story story = Story.inService();
    String arn = story.payload(Lineage.REGISTERED).path("modelPackageArn").asText();
    String group = arn.split("/", -1)[1];

    Said said = engineer().script("registry.sh", group, arn, endpoint());

    assertThat(said.exitCode()).as(said.text()).isZero();
    assertThat(said.text().replaceAll("\\s", ""))
        .contains("[\"" + arn + "\",\"Approved\"]")
        .contains(story.payload(Lineage.TRAINED).path("artifactUri").asText())
        .endsWith("[\"InService\",1]");
  }

  @Test
  void L5_the_invoking_role_gets_right_classes_for_rows_of_every_class() throws IOException {
    SatelliteRows rows = SatelliteRows.everyNth(21);

    Said said = invoking().script("invoke.py", endpoint(), file(rows));

    assertThat(said.exitCode()).as(said.text()).isZero();
    rows.assertAnswered(said.lines());
  }

  @Test
  void L5_S16_another_role_is_refused_by_name_whichever_client_asks() throws IOException {
    String endpoint = endpoint();
    String row = file(SatelliteRows.everyNth(10_000));

    assertThat(invoking().script("invoke.sh", endpoint, row).text())
        .contains("\"application/jsonlines\"", "\"label\":\"grey_soil\"");
    for (String script : List.of("invoke.py", "invoke.sh")) {
      Said refused = engineer().script(script, endpoint, row);
      assertThat(refused.exitCode()).isNotZero();
      assertThat(refused.text())
          .contains("AccessDeniedException", ENGINEER, "sagemaker:InvokeEndpoint", endpoint);
    }
  }

  /** Its own, behind the service name {@code coast-cover}. */
  private static String endpoint() {
    return Story.inService().payload("service-period-opened").path("endpoint").asText();
  }

  private String key() {
    return boundary.sample("harbor").key();
  }

  private String file(SatelliteRows rows) throws IOException {
    return Files.writeString(folder.resolve("rows.csv"), rows.asked()).toString();
  }

  /** Somebody who uploads data and looks at models, but may not ask them. */
  private OutsideTools engineer() {
    return assuming(boundary.aws().rootCredentials(), Account.role(ENGINEER));
  }

  /** The product's own role for predictions, which its own key may assume. */
  private OutsideTools invoking() {
    Story.inService();
    Environment settings = boundary.bean(Environment.class);
    return assuming(
        AwsBasicCredentials.create(
            settings.getRequiredProperty("sallyport.aws.access-key"),
            settings.getRequiredProperty("sallyport.aws.secret-key")),
        settings.getRequiredProperty("sallyport.aws.roles.invoking"));
  }

  private OutsideTools assuming(AwsBasicCredentials who, String role) {
    Map<String, String> settings = new HashMap<>();
    settings.put("AWS_ENDPOINT_URL", boundary.aws().endpoint().toString());
    settings.put("AWS_DEFAULT_REGION", Account.REGION);
    settings.put("AWS_ACCESS_KEY_ID", who.accessKeyId());
    settings.put("AWS_SECRET_ACCESS_KEY", who.secretAccessKey());
    Said said =
        tools
            .with(settings)
            .aws("sts", "assume-role", "--role-arn", role, "--role-session-name", "outside");
    assertThat(said.exitCode()).as(said.text()).isZero();
    JsonNode session = json(said.text()).path("Credentials");
    settings.put("AWS_ACCESS_KEY_ID", session.path("AccessKeyId").asText());
    settings.put("AWS_SECRET_ACCESS_KEY", session.path("SecretAccessKey").asText());
    settings.put("AWS_SESSION_TOKEN", session.path("SessionToken").asText());
    return tools.with(settings);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException notJson) {
      throw new AssertionError(text, notJson);
    }
  }
}
