package io.sallyport.monitoring;

import io.sallyport.processes.Case;
import io.sallyport.processes.Engine;
import io.sallyport.processes.SubmittedVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A version whose service period is open: rows alone, without a story. */
final class ServedVersion {

  private static final String PERIOD =
      """
      insert into deployment.service_period (service, endpoint, model_version, authorization_id,
                                             configuration, consumers, opened_at, expires)
      values (:version, :version, :version, 'of-nobody', 'of-nobody', '{}',
              timestamptz 'epoch', timestamptz '2100-01-01 00:00Z')
      """;

  private ServedVersion() {}

  /** Its id. */
  static String inService(Engine engine) {
    Case about = Case.submitted("routine");
    SubmittedVersion.by("emil", about);
    engine.bean(JdbcClient.class).sql(PERIOD).param("version", about.key()).update();
    return about.key();
  }
}
