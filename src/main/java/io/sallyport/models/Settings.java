package io.sallyport.models;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.rules.boundary.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of models and programs.
 *
 * @param programs each program's allow-list, by its name (S01, S02, S04)
 * @param uploadSizeMax a data set that is uploaded through the product; more is refused, and
 *     nothing of it is left behind
 */
@ConfigurationProperties("sallyport.models")
public record Settings(
    @DefaultValue Map<String, Program> programs, @DefaultValue("512MB") DataSize uploadSizeMax) {

  private static final String NAMES = "sallyport.models.programs.";

  /** Refuses programs that nobody could work in, all of them at once. */
  public Settings {
    List<Finding> findings =
        programs.entrySet().stream()
            .flatMap(program -> findings(program.getKey(), program.getValue()).stream())
            .toList();
    if (!findings.isEmpty()) throw new Refused(findings);
    if (uploadSizeMax.toBytes() < 1) {
      throw new Refused(
          "models/an-upload-is-possible", "sallyport.models.upload-size-max", uploadSizeMax, "1B");
    }
  }

  private static List<Finding> findings(String name, Program program) {
    List<Finding> findings = new ArrayList<>();
    if (!name.equals(program.name())) {
      findings.add(finding(name, "name", program.name(), name));
    }
    if (!String.valueOf(program.account()).matches("[0-9]{12}")) {
      findings.add(finding(name, "account", program.account(), "12 digits"));
    }
    if (program.maximumInstances() < 1) {
      findings.add(finding(name, "maximum-instances", program.maximumInstances(), "at least 1"));
    }
    lists(program).entrySet().stream()
        .filter(list -> list.getValue().isEmpty())
        .map(list -> finding(name, list.getKey(), "empty", "at least 1"))
        .forEach(findings::add);
    return findings;
  }

  /** What a submission must name one of. */
  private static Map<String, Optional<List<String>>> lists(Program program) {
    Map<String, Optional<List<String>>> lists = new TreeMap<>();
    lists.put("consumers", given(program.consumers()));
    lists.put("data-buckets", given(program.dataBuckets()));
    lists.put("image-repositories", given(program.imageRepositories()));
    lists.put("instance-types", given(program.instanceTypes()));
    lists.put("keys", given(program.keys()));
    lists.put("security-groups", given(program.securityGroups()));
    lists.put("serving-roles", given(program.servingRoles()));
    lists.put("subnets", given(program.subnets()));
    lists.put("training-roles", given(program.trainingRoles()));
    return lists;
  }

  /** What is not set at all is not bound at all. */
  private static Optional<List<String>> given(@Nullable List<String> values) {
    return Optional.ofNullable(values).filter(list -> !list.isEmpty());
  }

  private static Finding finding(
      String program, String setting, @Nullable Object value, String limit) {
    return new Finding(
        "models/a-program-can-work", NAMES + program + "." + setting, String.valueOf(value), limit);
  }
}
