package io.sallyport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sallyport.house.ConfigurationPage;
import io.sallyport.house.KnownProperties;
import io.sallyport.house.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * H4: no container engine runs here, so everything that {@code compose.yaml} names is looked up.
 */
class ComposeTest {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[-?][^}]*)?}");
  private static final String TEXT = read("compose.yaml");
  private static final JsonNode SERVICES = yaml(TEXT).path("services");
  private static final ConfigurationPage SETTINGS =
      new ConfigurationPage(Sources.below(Sources.MAIN));

  @Test
  void every_variable_has_a_line_in_the_documentation_and_the_other_way_round() {
    List<String> documented =
        Pattern.compile("`(SALLYPORT_[A-Z_]+)`")
            .matcher(read("docs/operations.md"))
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(variables(TEXT)).containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void no_secret_and_no_image_has_a_default() {
    assertThat(VARIABLE.matcher(TEXT).results().toList())
        .filteredOn(found -> found.group(1).matches(".*(PASSWORD|SECRET|IMAGE)"))
        .hasSizeGreaterThan(10)
        .allSatisfy(found -> assertThat(found.group(2)).isEqualTo(":?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"database", "keycloak", "application"})
  void every_service_is_locked_down(String name) {
    JsonNode service = SERVICES.path(name);
    JsonNode lock = service.path("<<").isMissingNode() ? service : lockedDown();
    assertThat(lock.path("read_only").asBoolean()).isTrue();
    assertThat(lock.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
    assertThat(lock.path("security_opt").toString()).contains("no-new-privileges:true");
    assertThat(service.path("user").asText()).matches("[1-9].*|\\$\\{\\w+:-[1-9].*");
    assertThat(service.path("healthcheck").path("test").size()).isPositive();
    assertThat(service.path("image").asText()).matches("\\$\\{SALLYPORT_\\w*IMAGE:\\?}");
  }

  @Test
  void every_file_that_is_mounted_exists() {
    List<String> files = new ArrayList<>();
    SERVICES.forEach(
        service ->
            service.path("volumes").forEach(volume -> files.add(volume.asText().split(":", 2)[0])));
    assertThat(files)
        .filteredOn(file -> file.startsWith("./"))
        .hasSize(4)
        .allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @Test
  void the_theme_that_the_realm_names_is_mounted_where_keycloak_looks_for_it() throws IOException {
    String realm = read("realm-config/sallyport-realm.json");
    String theme = new ObjectMapper().readTree(realm).path("loginTheme").asText();
    Path folder = Path.of("realm-config/themes", theme);
    assertThat(folder.resolve("login/theme.properties")).isRegularFile();
    assertThat(SERVICES.path("keycloak").path("volumes").toString())
        .contains("./" + folder + ":/opt/keycloak/themes/" + theme + ":ro");
    assertThat(read("Dockerfile")).contains("COPY " + folder + " /opt/keycloak/themes/" + theme);
  }

  @Test
  void every_port_is_one_that_the_service_listens_on() {
    JsonNode application = SERVICES.path("application");
    assertThat(application.path("ports").toString())
        .isEqualTo("[\"${SALLYPORT_PORT:-8443}:8443\"]");
    assertThat(application.path("environment").path("SERVER_PORT").asInt()).isEqualTo(8443);
    JsonNode management = yaml(read("src/main/resources/application.yaml")).path("management");
    assertThat(application.path("healthcheck").toString())
        .contains("/dev/tcp/127.0.0.1/" + management.path("server").path("port").asInt());
    assertThat(SERVICES.path("keycloak").path("ports").toString()).endsWith(":8443\"]");
  }

  @Test
  void every_variable_of_the_application_binds_to_a_setting_that_is_known() {
    String yaml = read("src/main/resources/application.yaml");
    Set<String> known = new TreeSet<>(ConfigurationPage.variables(yaml).keySet());
    SETTINGS.settings().keySet().forEach(name -> known.add(KnownProperties.variable(name)));
    KnownProperties.ofSpring().forEach(name -> known.add(KnownProperties.variable(name)));
    assertThat(known).containsAll(names(SERVICES.path("application").path("environment")));
  }

  @Test
  void every_setting_without_which_the_application_does_not_start_is_given() {
    List<String> required =
        SETTINGS.required().stream()
            .filter(name -> !name.contains("<name>")) // programs stand in the mounted file
            .map(KnownProperties::variable)
            .toList();
    assertThat(required).isNotEmpty();
    assertThat(names(SERVICES.path("application").path("environment"))).containsAll(required);
  }

  @Test
  void every_placeholder_of_the_realm_without_a_default_is_filled() {
    Matcher matcher =
        Pattern.compile("\\$\\{(SALLYPORT_[A-Z_]+)}")
            .matcher(read("realm-config/sallyport-realm.json"));
    Set<String> placeholders = new TreeSet<>();
    while (matcher.find()) placeholders.add(matcher.group(1));
    assertThat(placeholders).isNotEmpty();
    assertThat(names(SERVICES.path("keycloak").path("environment"))).containsAll(placeholders);
  }

  @Test
  void every_build_argument_is_given_by_the_caller() {
    assertThat(read("Dockerfile").lines().filter(line -> line.startsWith("ARG")))
        .containsExactly("ARG JAVA_BASE", "ARG KEYCLOAK_BASE");
    assertThat(read("Dockerfile").lines().filter(line -> line.startsWith("FROM")))
        .allMatch(line -> line.matches("FROM \\$\\{(JAVA|KEYCLOAK)_BASE} AS \\w+"));
  }

  private static JsonNode lockedDown() {
    return yaml(TEXT).path("x-locked-down");
  }

  private static Set<String> variables(String text) {
    Set<String> names = new TreeSet<>();
    VARIABLE.matcher(text).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  private static Set<String> names(JsonNode environment) {
    Set<String> names = new TreeSet<>();
    environment.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode yaml(String text) {
    try {
      return new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
