package io.sallyport.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * The real PostgreSQL server as a child process, with fsync and the three roles of {@code
 * db/roles.sql}. L1, H3.
 *
 * <p>It outlives the application: whoever uses it (Spring's contexts above all) ends first.
 */
public final class LocalPostgres implements AutoCloseable {

  /** Demo passwords: the server listens on loopback only, and its data are of no value. */
  private static final String MIGRATION_PASSWORD = "local-migration";

  private static final String APPLICATION_PASSWORD = "local-application";

  private static final String ROLES = "/db/roles.sql";

  private final EmbeddedPostgres server;
  private final AtomicInteger databases = new AtomicInteger();

  private LocalPostgres(EmbeddedPostgres server) {
    this.server = server;
    LastOut.after(this::close);
  }

  /** Once per JVM, started on first use, gone with the JVM. */
  public static LocalPostgres shared() {
    return Shared.SERVER;
  }

  /** A server whose data end with it. */
  public static LocalPostgres ephemeral() {
    return started(EmbeddedPostgres.builder(), "a temporary folder");
  }

  /**
   * A server whose data stay in {@code folder}. One that a killed JVM left behind is adopted, which
   * is why the port is fixed.
   */
  public static LocalPostgres kept(Path folder, int port) {
    Path data = folder.resolve("data").toAbsolutePath();
    return started(
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
            .setCleanDataDirectory(false)
            .setPort(port),
        folder.toString());
  }

  /** The server's first database, with the roles in it. */
  public Database database() {
    return withRoles("postgres");
  }

  /** A new empty database of this server: for a test that must not see another's rows. */
  public Database freshDatabase() {
    String name = "test_" + databases.incrementAndGet();
    execute("postgres", "create database " + name);
    return withRoles(name);
  }

  /**
   * A new database of this server with all migrations applied, as the migration role applies them.
   */
  public Database migratedDatabase() {
    Database database = freshDatabase();
    Flyway.configure()
        .dataSource(database.url(), "sallyport_migration", MIGRATION_PASSWORD)
        .initSql("set role sallyport_owner")
        .schemas("flyway")
        .load()
        .migrate();
    return database;
  }

  /** Stops the server. A second call does nothing. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("stopping PostgreSQL", e);
    }
  }

  private Database withRoles(String name) {
    execute(
        name,
        "set sallyport.migration_password = '" + MIGRATION_PASSWORD + "'",
        "set sallyport.application_password = '" + APPLICATION_PASSWORD + "'",
        resource(ROLES));
    return new Database(address(name));
  }

  private String address(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  private void execute(String database, String... statements) {
    try (Connection connection =
            DriverManager.getConnection(address(database), "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("preparing database " + database, e);
    }
  }

  private static LocalPostgres started(EmbeddedPostgres.Builder builder, String place) {
    try {
      return new LocalPostgres(
          builder
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setServerConfig("fsync", "on")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .start());
    } catch (IOException | IllegalStateException e) {
      throw new IllegalStateException("PostgreSQL did not start in " + place, e);
    }
  }

  private static String resource(String name) {
    try (var stream = LocalPostgres.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /**
   * A database with the roles in it.
   *
   * @param url its address, without user and password
   */
  public record Database(String url) {

    /** What the application must be told to use this database: Spring's own property names. */
    public Map<String, Object> settings() {
      return Map.of(
          "spring.datasource.url", url,
          "spring.datasource.username", "sallyport_application",
          "spring.datasource.password", APPLICATION_PASSWORD,
          "spring.flyway.user", "sallyport_migration",
          "spring.flyway.password", MIGRATION_PASSWORD);
    }

    /** A connection as the application has it. */
    public Connection asApplication() throws SQLException {
      return DriverManager.getConnection(url, "sallyport_application", APPLICATION_PASSWORD);
    }

    /** A connection that may do everything: for tests that tamper. */
    public Connection asSuperuser() throws SQLException {
      return DriverManager.getConnection(url, "postgres", "postgres");
    }
  }

  private static final class Shared {
    static final LocalPostgres SERVER = ephemeral();
  }
}
