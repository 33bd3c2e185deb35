package io.sallyport.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections in front of whose statements something else may happen, once. */
final class InterruptedReads extends DelegatingDataSource {

  private record Interruption(String sql, Runnable work) {}

  private static final Interruption NONE = new Interruption("", () -> {});

  private final AtomicReference<Interruption> due = new AtomicReference<>(NONE);

  InterruptedReads(DataSource source) {
    super(source);
  }

  /** Before the next statement that has {@code sql} in it. */
  void before(String sql, Runnable work) {
    due.set(new Interruption(sql, work));
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> called(real, method, arguments));
  }

  private Object called(Connection real, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("prepareStatement")) interrupt((String) arguments[0]);
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private void interrupt(String sql) {
    Interruption next = due.get();
    if (!next.equals(NONE) && sql.contains(next.sql()) && due.compareAndSet(next, NONE)) {
      next.work().run();
    }
  }
}
