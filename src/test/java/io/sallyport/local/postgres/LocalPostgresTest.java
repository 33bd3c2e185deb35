package io.sallyport.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H3, L1: a real database with three roles; what the application may do is what it was granted. */
class LocalPostgresTest {

  private static final LocalPostgres.Database DATABASE = LocalPostgres.shared().migratedDatabase();

  @Test
  void H3_fsync_is_on() throws SQLException {
    try (Connection connection = DATABASE.asApplication()) {
      assertThat(column(connection, "show fsync")).containsExactly("on");
    }
  }

  @Test
  void H3_the_owner_owns_every_schema_and_table() throws SQLException {
    try (Connection connection = DATABASE.asSuperuser()) {
      assertThat(
              column(
                  connection,
                  """
                  select distinct tableowner from pg_tables
                   where schemaname not in ('pg_catalog', 'information_schema')
                  """))
          .containsExactly("sallyport_owner");
      assertThat(
              column(
                  connection, "select rolcanlogin from pg_roles where rolname = 'sallyport_owner'"))
          .containsExactly("f");
    }
  }

  @Test
  void H3_all_tables_of_the_engine_lie_in_its_schema() throws SQLException {
    try (Connection connection = DATABASE.asSuperuser()) {
      assertThat(
              column(
                  connection,
                  "select schemaname || ' ' || count(*) from pg_tables"
                      + " where tablename like 'act\\_%' group by schemaname"))
          .containsExactly("engine 49");
    }
  }

  @Test
  void H3_the_application_changes_rows_and_no_table() throws SQLException {
    try (Connection connection = DATABASE.asApplication();
        var statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate("update engine.act_ge_property set rev_ = rev_ where false"))
          .isZero();
      assertThatThrownBy(() -> statement.execute("create table engine.mine (x int)"))
          .hasMessageContaining("permission denied for schema engine");
      assertThatThrownBy(() -> statement.execute("create schema mine"))
          .hasMessageContaining("permission denied for database");
      assertThatThrownBy(() -> statement.execute("select * from flyway.flyway_schema_history"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("set role sallyport_owner"))
          .hasMessageContaining("permission denied to set role");
    }
  }

  @Test
  void L1_a_taken_port_is_named(@TempDir Path folder) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> LocalPostgres.kept(folder, taken.getLocalPort()))
          .hasMessage(
              "Port %d of 127.0.0.1 is taken by another program. PostgreSQL needs it: end that"
                  + " program, or set another port.",
              taken.getLocalPort());
    }
  }

  @Test
  void L1_an_unwritable_folder_is_named(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> LocalPostgres.kept(file.resolve("pg"), 1))
        .hasMessageContaining("The folder " + file.resolve("pg") + " cannot be written")
        .hasMessageContaining("make it writable, or start from another one.");
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) values.add(rows.getString(1));
    }
    return values;
  }
}
