package io.sallyport.abuse;

import io.sallyport.local.LocalParts;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a story leaves behind, read past the application: facts, service periods, jobs of the
 * engine, resources of AWS; the names that differ from story to story taken out, so that two can be
 * compared.
 *
 * @param facts kinds in their order
 * @param periods states of the service periods of its endpoint
 * @param jobs of the engine that are still to do
 * @param resources kind and name of each, sorted
 */
record Remains(List<String> facts, List<String> periods, int jobs, List<String> resources) {

  /** Each once, and in this order. */
  static final List<String> FACTS_OF_A_PROMOTION =
      List.of(
          "model-version-submitted",
          "boundary-checked",
          "data-copied",
          "held-out-set-fixed",
          "model-trained",
          "model-registered",
          "gate-1-passed",
          "security-checked",
          "gate-2-passed",
          "authorities-named",
          "decision-signed",
          "gate-3-passed",
          "registry-approved",
          "deployment-checked",
          "endpoint-in-service",
          "answers-verified",
          "scaling-bounds-set",
          "service-period-opened",
          "invocation-permitted");

  private static final Pattern OF_NO_STORY =
      Pattern.compile(
          "^(access-key|s3-upload|s3-part|sagemaker-model-package-tokens) |ecr-layers-"
              + "|^s3-object [a-z]+-data/|/capture/|/sha256/|/envelopes/|through-vpc-endpoint");

  static Remains of(String model, LocalParts parts, List<String> resourcesBefore) {
    try (var connection = parts.database().asSuperuser()) {
      JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      return new Remains(
          texts(jdbc, "select kind from ledger.fact where subject = :id order by ordinal", model),
          texts(
              jdbc,
              """
              select case when closed_at is not null then 'closed'
                          when suspended_at is not null then 'suspended' else 'open' end
                from deployment.service_period where model_version = :id
              """,
              model),
          jdbc.sql("select count(*) from engine.act_ru_job").query(Integer.class).single(),
          resources(model, parts, resourcesBefore));
    } catch (SQLException broken) {
      throw new IllegalStateException("reading what is left of " + model, broken);
    }
  }

  private static List<String> texts(JdbcClient jdbc, String sql, String model) {
    return jdbc.sql(sql).param("id", model + "-1").query(String.class).list();
  }

  private static List<String> resources(String model, LocalParts parts, List<String> before) {
    return resources(parts).stream()
        .filter(resource -> !before.contains(resource))
        .map(resource -> resource.replace(model, "MODEL").replaceAll("[0-9a-f]{16,}", "#"))
        .sorted()
        .toList();
  }

  /**
   * All that AWS keeps but sessions, what people uploaded, unfinished uploads, layers of images
   * that were read, captured predictions, and what is there once by nature: objects under their
   * digest (copies, signed statements), the guard of the invoking role.
   */
  static List<String> resources(LocalParts parts) {
    return parts.aws().environment().journal().rows().stream()
        .filter(row -> !OF_NO_STORY.matcher(row).find())
        .toList();
  }
}
