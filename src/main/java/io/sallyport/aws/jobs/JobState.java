package io.sallyport.aws.jobs;

import java.util.Locale;

/** How a job stands. A job that is being stopped still runs. */
public enum JobState {
  RUNNING,
  COMPLETED,
  FAILED,
  STOPPED;

  static JobState of(String status) {
    return switch (status) {
      case "InProgress", "Stopping" -> RUNNING;
      case "Completed", "Failed", "Stopped" -> valueOf(status.toUpperCase(Locale.ROOT));
      default -> throw new IllegalStateException("SageMaker has a job status '" + status + "'");
    };
  }
}
