package io.sallyport.abuse;

import com.zaxxer.hikari.HikariDataSource;
import io.sallyport.abuse.CrashPoints.CrashPoint;
import io.sallyport.abuse.CrashPoints.Kind;
import io.sallyport.abuse.CrashPoints.Moment;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether a node lives. It dies where a crash is due: its connections break, so that PostgreSQL
 * rolls back what it had in hand, its calls are refused, and nothing that it remembers is of use.
 */
final class NodeLife {

  /** Thrown into whatever a dead node was doing; no code of the product catches it. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;

    Died(CrashPoint at) {
      super("this node died at " + at, null, false, false);
    }
  }

  private final CrashPoints points;
  private final AtomicReference<CrashPoint> end = new AtomicReference<>();
  private final AtomicReference<HikariDataSource> connections = new AtomicReference<>();

  NodeLife(CrashPoints points) {
    this.points = points;
  }

  void has(HikariDataSource pool) {
    connections.set(pool);
  }

  boolean isOver() {
    return end.get() != null;
  }

  /** A dead node goes no further. */
  void require() {
    if (isOver()) throw new Died(end.get());
  }

  /** What is due at the next of its kind; only a node that lives comes to it. */
  Optional<CrashPoint> next(Kind kind) {
    require();
    return points.next(kind);
  }

  /** Dies if this is the moment. */
  void pass(Optional<CrashPoint> due, Moment moment) {
    if (due.isPresent() && due.get().moment() == moment) {
      end.set(due.get());
      connections.get().close();
      require();
    }
  }
}
