package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The jars of {@code mvnw package}: the application, and beside it one for people and one for job
 * containers. Runs in {@code verify}, when they are there.
 */
@Tag("boundary")
class JarsTest {

  private static final String PLAN =
      """
      {"label":"kind","task":"classification","delimiter":",","dropColumns":[],"columnKinds":{},
       "split":{"modulus":5,"remainder":0},"seed":1}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"cli", "jobs"})
  void C07_a_small_jar_holds_no_Spring_no_engine_and_no_SDK(String classifier) throws IOException {
    assertThat(names(classifier))
        .contains("io/sallyport/Main.class")
        .noneMatch(
            name -> name.matches("(org/springframework|org/camunda|software/amazon|jakarta)/.*"));
    assertThat(Files.size(jar(classifier))).isLessThan(20 << 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cli", "jobs"})
  void C07_a_small_jar_holds_all_that_its_programs_name(String classifier) throws IOException {
    Set<String> names = names(classifier);
    try (JarFile jar = new JarFile(jar(classifier).toFile())) {
      assertThat(
              new ClassFileImporter()
                  .importJar(jar).stream()
                      .filter(type -> type.getName().startsWith("io.sallyport."))
                      .filter(type -> !type.getName().equals("io.sallyport.Main"))
                      .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                      .map(Dependency::getTargetClass)
                      .map(JavaClass::getBaseComponentType)
                      .map(JavaClass::getName)
                      .filter(name -> !isAnnotation(name) && !isOfTheJdk(name))
                      .filter(name -> !names.contains(name.replace('.', '/') + ".class"))
                      .distinct())
          .isEmpty();
    }
  }

  @Test
  void W3_the_jar_for_people_verifies_a_package() throws Exception {
    Path evidence = evidence();
    JarProcess verified = JarProcess.of(jar("cli"), folder, "verify", evidence.toString());

    assertThat(verified.exitCode()).isZero();
    assertThat(verified.out()).startsWith("land-cover-7: verified");
    assertThat(verified.err()).isEmpty();
  }

  @Test
  void W3_the_jar_for_people_lints_and_says_its_version() throws Exception {
    Path submission = Path.of("src/test/resources/submissions/good/complete.yaml");
    Path program = Files.writeString(folder.resolve("program.json"), LintTest.PROGRAM);
    String[] lint = {"lint", submission.toAbsolutePath().toString(), "--program", "program.json"};

    assertThat(JarProcess.of(jar("cli"), folder, lint).out()).endsWith(": nothing is wrong\n");
    assertThat(JarProcess.of(jar("cli"), folder, "-V").out()).matches("Sallyport [0-9.]+\n");
    assertThat(program).exists();
  }

  @Test
  void W3_the_application_s_jar_verifies_and_loads_no_Spring() throws Exception {
    JarProcess verified =
        JarProcess.of(application(), folder, "verify", evidence().toString(), "-verbose:class");

    assertThat(verified.exitCode()).isZero();
    assertThat(verified.out()).contains("land-cover-7: verified");
    assertThat(verified.out().lines().filter(line -> line.contains(" org.springframework.")))
        .allMatch(line -> line.contains(" org.springframework.boot.loader."));
  }

  @Test
  void L2_the_jar_for_containers_processes_a_data_set() throws Exception {
    Path input = folder.resolve("processing/input");
    Files.createDirectories(input.resolve("plan"));
    Files.writeString(input.resolve("plan/plan.json"), PLAN);
    Files.createDirectories(input.resolve("data"));
    StringBuilder rows = new StringBuilder("size,kind\n");
    for (int i = 0; i < 60; i++) rows.append(i).append(i % 2 == 0 ? ",even\n" : ",odd\n");
    Files.writeString(input.resolve("data/data.csv"), rows);

    assertThat(JarProcess.of(jar("jobs"), folder, "job", "process").exitCode()).isZero();

    assertThat(folder.resolve("processing/output/train/train.csv")).isNotEmptyFile();
  }

  @Test
  void W3_a_program_that_a_small_jar_does_not_hold_is_named() throws Exception {
    JarProcess asked = JarProcess.of(jar("jobs"), folder, "verify", "evidence.zip");

    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err()).isEqualTo("This jar does not hold the program 'verify'.\n");
  }

  private Path evidence() throws IOException {
    Path file = folder.resolve("evidence.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      JudgedVersion.measuring("0.907519").packed().write(out);
    }
    return file;
  }

  private static Path jar(String classifier) throws IOException {
    return built("sallyport-[0-9.]+-" + classifier + "\\.jar");
  }

  private static Path application() throws IOException {
    return built("sallyport-[0-9.]+\\.jar");
  }

  private static Path built(String name) throws IOException {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built
          .filter(file -> file.getFileName().toString().matches(name))
          .findFirst()
          .orElseThrow(() -> new AssertionError("First: ./mvnw package; missing " + name));
    }
  }

  private static Set<String> names(String classifier) throws IOException {
    try (JarFile jar = new JarFile(jar(classifier).toFile())) {
      return jar.stream().map(ZipEntry::getName).collect(Collectors.toSet());
    }
  }

  /** Annotations that are not there are passed over by the JVM. */
  private static boolean isAnnotation(String name) {
    return name.startsWith("org.jspecify.");
  }

  private static boolean isOfTheJdk(String name) {
    if (!name.contains(".")) return true;
    try {
      Class.forName(name, false, ClassLoader.getPlatformClassLoader());
      return true;
    } catch (ClassNotFoundException notOfTheJdk) {
      return false;
    }
  }
}
