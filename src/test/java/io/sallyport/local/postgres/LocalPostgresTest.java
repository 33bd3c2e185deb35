package io.sallyport.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  private static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) values.add(rows.getString(1));
    }
    return values;
  }
}
