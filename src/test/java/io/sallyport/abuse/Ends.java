package io.sallyport.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.aws.Moment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at all that a step can leave behind: facts and other rows about the case, where it stands
 * and what it knows, and everything in AWS.
 */
final class Ends {

  private static final List<String> ROWS =
      List.of(
          "'fact ' || kind from ledger.fact where subject = :version",
          "'envelope' from ledger.envelope where subject = :version",
          "'state ' || state from models.version where id = :version",
          "'job ' || name || case when ended_at is null then ' runs' else ' ended' end"
              + " from models.job where model_version = :version",
          "'look' from gates.look where model_version = :version",
          "'awaited ' || message from workflow.awaited where process_instance = any(:instances)",
          "'task ' || task from authority.inbox where model_version = :version and ended_at is null",
          "'signature' from authority.signature where process_instance = any(:instances)",
          "'service period' || case when closed_at is null then ' open' else ' closed' end"
              + " || case when suspended_at is null then '' else ', suspended' end"
              + " || case when held_at is null then '' else ', held' end"
              + " from deployment.service_period where model_version = :version",
          "'episode ' || reason || coalesce(' ' || outcome, ' open')"
              + " from monitoring.episode where model_version = :version",
          "process || '/' || activity || case when left_at is null then ' entered'"
              + " when canceled then ' canceled' else ' left' end"
              + " from workflow.activity where process_instance = any(:instances)");

  /** Open uploads are given up by the bucket's life-cycle rule; sessions end by themselves. */
  private static final Set<String> PASSING = Set.of("s3-upload", "s3-part", "access-key");

  /** Each call of an endpoint is captured, also one that is made again. */
  private static final String CAPTURED = "/capture/";

  /** Copied by a job of its own, whenever that comes round. */
  private static final String ENVELOPES = "sallyport-evidence/envelopes/";

  /** What a try saw at its moment, under the digest of just that: the fact names what counts. */
  private static final String SEEN = "/security-facts.json";

  /** What AWS draws, takes from its clock, or keeps as a log. */
  private static final Pattern DRAWN =
      Pattern.compile(
          "(?i).*(time|timestamp|modified|sequence|versionid|blob|etag|checksum|created|since"
              + "|before|transitions|policyARN|scalableTargetARN)");

  private final String modelVersion;
  private final JdbcClient jdbc;
  private final HistoryService history;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final Moment aws;

  Ends(LocalBoundary boundary, String modelVersion, Moment aws) {
    this.modelVersion = modelVersion;
    this.jdbc = boundary.bean(JdbcClient.class);
    this.history = boundary.bean(HistoryService.class);
    this.runtime = boundary.bean(RuntimeService.class);
    this.management = boundary.bean(ManagementService.class);
    this.aws = aws;
  }

  /** In a transaction that has not been committed: what it would leave. */
  End now() {
    String[] instances =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(modelVersion)
            .list()
            .stream()
            .map(instance -> instance.getId())
            .toArray(String[]::new);
    return new End(
        Map.of(
            "row", rows(instances),
            "job", jobs(instances),
            "variable", variables(instances),
            "AWS", resources()));
  }

  private Map<String, String> rows(String[] instances) {
    return jdbc
        .sql("select " + String.join(" union all select ", ROWS))
        .param("version", modelVersion)
        .param("instances", instances)
        .query(String.class)
        .list()
        .stream()
        .collect(counted());
  }

  private Map<String, String> jobs(String[] instances) {
    return Stream.of(instances)
        .flatMap(id -> management.createJobQuery().processInstanceId(id).list().stream())
        .map(job -> job.getJobDefinitionId())
        .map(id -> management.createJobDefinitionQuery().jobDefinitionId(id).singleResult())
        .map(definition -> definition.getProcessDefinitionKey() + "/" + definition.getActivityId())
        .collect(counted());
  }

  private Map<String, String> variables(String[] instances) {
    return runtime
        .createVariableInstanceQuery()
        .processInstanceIdIn(instances)
        .disableCustomObjectDeserialization()
        .list()
        .stream()
        .map(variable -> variable.getName() + " = " + value(variable))
        .collect(counted());
  }

  private static String value(VariableInstance variable) {
    boolean plain = Set.of("string", "integer", "boolean").contains(variable.getTypeName());
    return plain ? String.valueOf(variable.getValue()) : variable.getTypeName();
  }

  private Map<String, String> resources() {
    Map<String, String> resources = new TreeMap<>();
    aws.inventory()
        .forEach(
            (kind, rows) ->
                rows.forEach(
                    (key, row) -> {
                      if (isCompared(kind, key)) {
                        add(resources, kind + " " + key.replaceFirst("\0.*", ""), row);
                      }
                    }));
    return resources;
  }

  private static boolean isCompared(String kind, String key) {
    return !PASSING.contains(kind) && Stream.of(CAPTURED, ENVELOPES, SEEN).noneMatch(key::contains);
  }

  /** Versions of one object have one name here, and stand side by side. */
  private static void add(Map<String, String> resources, String name, JsonNode row) {
    resources.merge(name, withoutWhatIsDrawn(row).toString(), (one, other) -> one + " " + other);
  }

  private static JsonNode withoutWhatIsDrawn(JsonNode json) {
    if (json instanceof ObjectNode object) {
      object.properties().removeIf(member -> DRAWN.matcher(member.getKey()).matches());
    }
    Iterable<JsonNode> children = json instanceof ArrayNode || json.isObject() ? json : List.of();
    children.forEach(Ends::withoutWhatIsDrawn);
    return json;
  }

  private static Collector<String, ?, Map<String, String>> counted() {
    return Collectors.collectingAndThen(
        Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()),
        counts -> {
          Map<String, String> words = new TreeMap<>();
          counts.forEach((name, count) -> words.put(name, String.valueOf(count)));
          return words;
        });
  }
}
