package io.sallyport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.sallyport.house.Arrows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/** What may use what: docs/architecture.md says it in words, this test holds it. */
class ArchitectureTest {

  private static final JavaClasses PRODUCT = Arrows.product();

  /** One class that does what none may do. */
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

  /** The JDK, as far as a program without Spring uses it, and annotations about null. */
  private static final List<String> JDK =
      List.of("java..", "javax..", "org.xml.sax..", "org.w3c.dom..", "org.jspecify.annotations..");

  /** Of the engine, all that stages may see: what a delegate is given and may throw. */
  private static final Set<String> FOR_DELEGATES =
      Set.of("BpmnError", "DelegateExecution", "DelegateTask", "JavaDelegate", "TaskListener");

  /** What moves a token, ends a case or deletes history past the diagram. */
  private static final Set<String> PAST_THE_DIAGRAM =
      Set.of(
          "signal",
          "signalEventReceived",
          "handleBpmnError",
          "handleEscalation",
          "createModification",
          "createProcessInstanceModification",
          "startBeforeActivity",
          "startAfterActivity",
          "startTransition",
          "cancelActivityInstance",
          "cancelAllForActivity",
          "restartProcessInstances",
          "deleteDeployment",
          "deleteProcessDefinition",
          "deleteProcessDefinitions",
          "deleteHistoricProcessInstance",
          "deleteHistoricProcessInstances",
          "getProcessEngineServices",
          "getProcessEngine");

  @Test
  void C01_arrows_point_down_and_stages_do_not_call_each_other() {
    assertThat(Arrows.forbidden(PRODUCT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rules.technical, workflow",
    "aws, custody",
    "training, gates",
    "gates, deployment",
    "deployment, monitoring",
    "authority, models",
    "models, web",
    "cli, workflow",
    "jobs, aws",
    "custody.proof, custody"
  })
  void C01_an_arrow_that_is_not_allowed_is_seen(String user, String used) {
    assertThat(Arrows.allowed("io.sallyport." + user, "io.sallyport." + used)).isFalse();
  }

  @Test
  void C01_modules_keep_to_each_other_s_public_face() {
    ApplicationModules.of(Server.class).verify();
  }

  @Test
  void C02_only_aws_sees_the_sdk() {
    onlyAwsSeesTheSdk().check(PRODUCT);
    assertThat(onlyAwsSeesTheSdk().evaluate(PLANTED).hasViolation()).isTrue();
  }

  private static ArchRule onlyAwsSeesTheSdk() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("io.sallyport.aws..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..", "com.amazonaws..")
        .because("names, retries and adoption are decided once");
  }

  /** Packages of plain Java, and the libraries that each may use beside the JDK. */
  static Stream<Arguments> plain() {
    String jackson = "com.fasterxml.jackson..";
    return Stream.of(
        Arguments.of("rules", List.of()),
        Arguments.of("rules.boundary..", List.of(jackson, "com.networknt.schema..")),
        Arguments.of("rules.technical", List.of(jackson)),
        Arguments.of("rules.technical.statistics..", List.of("org.apache.commons.statistics..")),
        Arguments.of("rules.security..", List.of(jackson, "com.nimbusds.jose..")),
        Arguments.of("rules.authorization..", List.of(jackson)),
        Arguments.of("rules.service..", List.of(jackson)),
        Arguments.of("rules.drift..", List.of("org.apache.commons.statistics..")),
        Arguments.of("rules.training..", List.of()),
        Arguments.of("rules.table..", List.of()),
        Arguments.of("diagrams..", List.of()),
        Arguments.of("custody.proof..", List.of(jackson, "org.erdtman.jcs..", "com.nimbusds..")),
        Arguments.of("jobs", List.of(jackson)),
        Arguments.of("jobs.table", List.of()),
        Arguments.of("jobs.process", List.of()),
        Arguments.of("jobs.train", List.of(jackson, "org.tribuo..")),
        Arguments.of("jobs.drift", List.of(jackson)),
        Arguments.of("jobs.evaluate", List.of(jackson)),
        Arguments.of("jobs.serve", List.of("com.sun.net.httpserver..")),
        Arguments.of("jobs.scan..", List.of(jackson, "org.tribuo..", "com.google.protobuf..")),
        Arguments.of("cli..", List.of(jackson, "picocli..", "de.siegmar.fastcsv..")));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void C07_plain_packages_use_the_JDK_and_their_short_list(String part, List<String> libraries) {
    plain("io.sallyport." + part, libraries).check(PRODUCT);
  }

  @Test
  void C07_every_plain_package_has_its_list_and_a_library_beside_it_is_seen() {
    String[] listed = plain().map(entry -> "io.sallyport." + entry.get()[0]).toArray(String[]::new);
    classes()
        .that()
        .resideInAnyPackage(
            "io.sallyport.rules..",
            "io.sallyport.diagrams..",
            "io.sallyport.custody.proof..",
            "io.sallyport.jobs..",
            "io.sallyport.cli..")
        .should()
        .resideInAnyPackage(listed)
        .check(PRODUCT);
    assertThat(plain("planted", List.of()).evaluate(PLANTED).hasViolation()).isTrue();
  }

  private static ArchRule plain(String packages, List<String> libraries) {
    List<String> allowed = new ArrayList<>(JDK);
    allowed.add("io.sallyport..");
    allowed.addAll(libraries);
    return classes()
        .that()
        .resideInAPackage(packages)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .because("they run in a container or on an auditor's machine, without Spring");
  }

  @Test
  void C01_only_workflow_sees_the_engine_s_services() {
    onlyWorkflowSeesTheEngine().check(PRODUCT);
    assertThat(onlyWorkflowSeesTheEngine().evaluate(PLANTED).hasViolation()).isTrue();
  }

  private static ArchRule onlyWorkflowSeesTheEngine() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("io.sallyport.workflow..")
        .should()
        .dependOnClassesThat(ofTheEngineAndNotForDelegates())
        .because("a token is moved by the diagram alone");
  }

  @Test
  void C01_nothing_moves_a_token_past_the_diagram_or_deletes_history() {
    nothingGoesPastTheDiagram().check(PRODUCT);
    assertThat(nothingGoesPastTheDiagram().evaluate(PLANTED).hasViolation()).isTrue();
  }

  private static ArchRule nothingGoesPastTheDiagram() {
    return noClasses()
        .should()
        .accessTargetWhere(pastTheDiagram())
        .because("no code may do what no diagram says");
  }

  private static DescribedPredicate<JavaClass> ofTheEngineAndNotForDelegates() {
    return DescribedPredicate.describe(
        "are of the engine and not for delegates",
        type ->
            type.getPackageName().startsWith("org.camunda")
                && !FOR_DELEGATES.contains(type.getSimpleName()));
  }

  private static DescribedPredicate<JavaAccess<?>> pastTheDiagram() {
    return DescribedPredicate.describe(
        "is a way past the diagram",
        access -> {
          AccessTarget target = access.getTarget();
          return target.getOwner().getPackageName().startsWith("org.camunda")
              && PAST_THE_DIAGRAM.contains(target.getName());
        });
  }
}
