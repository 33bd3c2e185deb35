package io.sallyport;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.house.Poms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every direct dependency has its line, and every library a licence that we may use. */
class DependenciesTest {

  private static final Path PAGE = Path.of("docs/dependencies.md");
  private static final Pattern LINE = Pattern.compile("(?m)^\\| `([^`]+:[^`]+)` \\|");

  /** One of a library's licences must be one of these; what needs more is a decision. */
  private static final Pattern ALLOWED =
      Pattern.compile(
          "(The )?Apache( Software)?( License)?[-,]? ?([Vv]ersion )?2\\.0"
              + "|Apache Software License, version 2\\.0"
              + "|MIT( License)?|MIT-0|0BSD|Bouncy Castle Licence"
              + "|BSD[ -][23]-[Cc]lause( License)?"
              + "|EDL 1\\.0|Eclipse Distribution License - v 1\\.0"
              + "|EPL[ -]2\\.0|Eclipse Public License (- )?v ?2\\.0"
              + "|Public Domain, per Creative Commons CC0"
              + "|Mozilla Public License, Version 2\\.0");

  @Test
  void each_direct_dependency_has_a_line_and_each_line_a_dependency() throws IOException {
    List<String> lines =
        LINE.matcher(Files.readString(PAGE)).results().map(line -> line.group(1)).toList();
    assertThat(lines).containsExactlyInAnyOrderElementsOf(Poms.dependencies(Path.of("pom.xml")));
  }

  @Test
  void C07_the_packages_that_the_customer_named_are_there() {
    assertThat(Poms.dependencies(Path.of("pom.xml")))
        .contains(
            "org.camunda.bpm.springboot:camunda-bpm-spring-boot-starter",
            "org.camunda.bpm:camunda-bpm-assert",
            "org.springframework.boot:spring-boot-starter-thymeleaf",
            "org.springframework.boot:spring-boot-starter-oauth2-client", // for keycloak-adapter
            "org.keycloak:keycloak-admin-client",
            "org.postgresql:postgresql",
            "software.amazon.awssdk:sagemaker");
  }

  @Test
  void every_library_has_a_licence_that_is_allowed() {
    Map<String, List<String>> licences = Poms.licences(System.getProperty("java.class.path"));
    assertThat(licences).hasSizeGreaterThan(200);
    Map<String, List<String>> others =
        licences.entrySet().stream()
            .filter(library -> library.getValue().stream().noneMatch(DependenciesTest::allowed))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(others).isEmpty();
  }

  @Test
  void a_licence_that_is_not_on_the_list_is_seen() {
    assertThat(List.of("GPL-3.0-only", "AGPL-3.0", "SSPL-1.0", "Apache-1.1", "proprietary"))
        .noneMatch(DependenciesTest::allowed);
  }

  private static boolean allowed(String licence) {
    return ALLOWED.matcher(licence).matches();
  }
}
