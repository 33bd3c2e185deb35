package io.sallyport.models;

import io.sallyport.models.ModelVersion.State;
import io.sallyport.rules.boundary.SubmissionReader;
import io.sallyport.rules.boundary.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The model versions. */
@Component
public class Models {

  private static final String SELECT =
      """
      select id, model, number, program, submitter, submitter_name, tier, state, submission,
             submission_sha256, submitted_at, root_instance, model_digest
        from models.version
      """;

  private static final String INSERT =
      """
      insert into models.version (id, model, number, program, submitter, submitter_name, tier,
                                  state, submission, submission_sha256, submitted_at, changed_at)
      values (:id, :model, :number, :program, :submitter, :submitterName, :tier, :state,
              :submission, :sha256, :submittedAt, :submittedAt)
      """;

  /** Versions on one page. */
  private static final int ROWS_MAX = 200;

  private final JdbcClient jdbc;
  private final Clock clock;

  Models(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Optional<ModelVersion> find(String id) {
    return jdbc.sql(SELECT + " where id = :id").param("id", id).query(Models::version).optional();
  }

  public Optional<ModelVersion> find(String model, int number) {
    return find(model + "-" + number);
  }

  /** A version that a case is about, so that it must be there. */
  public ModelVersion of(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("No model version " + id));
  }

  /** The versions of {@code model}, newest first. */
  public List<ModelVersion> versions(String model) {
    return jdbc.sql(SELECT + " where model = :model order by number desc limit :limit")
        .param("model", model)
        .param("limit", ROWS_MAX)
        .query(Models::version)
        .list();
  }

  /** The newest versions of some programs. */
  public List<ModelVersion> newest(List<String> programs) {
    return jdbc.sql(
            SELECT + " where program = any(:programs) order by submitted_at desc limit :limit")
        .param("programs", programs.toArray(String[]::new))
        .param("limit", ROWS_MAX)
        .query(Models::version)
        .list();
  }

  /** The version that answers at an endpoint of a program, or is stopped there. */
  public Optional<ModelVersion> serving(String program, String endpoint) {
    return jdbc
        .sql(SELECT + " where program = :program and state in ('IN_SERVICE', 'SUSPENDED')")
        .param("program", program)
        .query(Models::version)
        .list()
        .stream()
        .filter(version -> version.submission().endpoint().name().equals(endpoint))
        .findFirst();
  }

  /** The version that a person began by the document of this SHA-256, while it lives. */
  Optional<ModelVersion> living(String submitter, String submissionSha256) {
    return jdbc.sql(
            SELECT
                + " where submitter = :submitter and submission_sha256 = :sha256"
                + " and state in ('IN_PROGRESS', 'IN_SERVICE', 'SUSPENDED')"
                + " order by number desc limit 1")
        .param("submitter", submitter)
        .param("sha256", submissionSha256)
        .query(Models::version)
        .optional();
  }

  /**
   * Keeps the name for the program, and others who submit under it waiting until the transaction
   * ends; false when the name belongs to another program.
   */
  boolean lock(String model, String program) {
    jdbc.sql("insert into models.model (name, program) values (:n, :p) on conflict do nothing")
        .param("n", model)
        .param("p", program)
        .update();
    return jdbc.sql("select program from models.model where name = :n for update")
        .param("n", model)
        .query(String.class)
        .single()
        .equals(program);
  }

  /** The next number of {@code model}. */
  int nextNumber(String model) {
    return jdbc.sql(
            "update models.model set versions = versions + 1 where name = :n returning versions")
        .param("n", model)
        .query(Integer.class)
        .single();
  }

  void insert(ModelVersion version, byte[] submission) {
    jdbc.sql(INSERT)
        .param("id", version.id())
        .param("model", version.model())
        .param("number", version.number())
        .param("program", version.program())
        .param("submitter", version.submitter())
        .param("submitterName", version.submitterName())
        .param("tier", version.tier().name())
        .param("state", version.state().name())
        .param("submission", submission)
        .param("sha256", version.submissionSha256())
        .param("submittedAt", version.submittedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void began(String id, String rootInstance) {
    jdbc.sql("update models.version set root_instance = :root where id = :id")
        .param("id", id)
        .param("root", rootInstance)
        .update();
  }

  /** The artifact that training made. */
  public void trained(String id, String modelDigest) {
    jdbc.sql("update models.version set model_digest = :digest, changed_at = :now where id = :id")
        .param("id", id)
        .param("digest", modelDigest)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Its life has come from one of {@code before} to {@code state}; the fact that says so is
   * recorded beside it. A version that stands elsewhere is technical trouble: whoever brought it
   * there came first.
   */
  public void enter(String id, Set<State> before, State state) {
    int entered =
        jdbc.sql(
                "update models.version set state = :state, changed_at = :now"
                    + " where id = :id and state = any(:before)")
            .param("id", id)
            .param("before", before.stream().map(State::name).toArray(String[]::new))
            .param("state", state.name())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (entered != 1) {
      throw new IllegalStateException(
          id + " is " + of(id).state() + " and becomes " + state + " only from " + before);
    }
  }

  private static ModelVersion version(ResultSet row, int number) throws SQLException {
    return new ModelVersion(
        row.getString("id"),
        row.getString("model"),
        row.getInt("number"),
        row.getString("program"),
        row.getString("submitter"),
        row.getString("submitter_name"),
        Tier.valueOf(row.getString("tier")),
        State.valueOf(row.getString("state")),
        SubmissionReader.recorded(row.getBytes("submission")),
        row.getString("submission_sha256"),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("root_instance")),
        Optional.ofNullable(row.getString("model_digest")));
  }
}
