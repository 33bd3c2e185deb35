package io.sallyport.abuse;

import com.zaxxer.hikari.HikariDataSource;
import io.sallyport.abuse.CrashPoints.CrashPoint;
import io.sallyport.abuse.CrashPoints.Kind;
import io.sallyport.abuse.CrashPoints.Moment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** The application's transactions, of a node that may die before or after a commit. */
final class MortalTransactions extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;

  private final transient NodeLife life;

  MortalTransactions(HikariDataSource connections, NodeLife life) {
    super(connections);
    this.life = life;
    life.has(connections);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    life.require();
    super.doBegin(transaction, definition);
  }

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    Optional<CrashPoint> due = hasWritten() ? life.next(Kind.COMMIT) : Optional.empty();
    if (due.filter(point -> point.moment() == Moment.BEFORE).isPresent()) {
      doRollback(status); // what PostgreSQL does when the connection breaks
      life.pass(due, Moment.BEFORE);
    }
    super.doCommit(status);
    life.pass(due, Moment.AFTER);
  }

  /** PostgreSQL gives a transaction its number when it first writes. */
  private boolean hasWritten() {
    Connection connection = DataSourceUtils.getConnection(obtainDataSource());
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select pg_current_xact_id_if_assigned() is not null")) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException broken) {
      throw new IllegalStateException("asking whether a transaction wrote", broken);
    } finally {
      DataSourceUtils.releaseConnection(connection, obtainDataSource());
    }
  }
}
