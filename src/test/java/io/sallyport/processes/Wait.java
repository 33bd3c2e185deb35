package io.sallyport.processes;

/** The six places where a case waits for AWS: a message is a hint, a timer re-reads the truth. */
enum Wait {
  PROCESSING("training-run", "processing-job-finished", "readProcessingJob"),
  TRAINING("training-run", "training-job-finished", "readTrainingJob"),
  TRANSFORM("gate-1-technical-validation", "transform-job-finished", "readTransformJob"),
  EVALUATION("gate-1-technical-validation", "evaluation-job-finished", "readEvaluationJob"),
  SCAN("gate-2-security-review", "scan-job-finished", "readScanJob"),
  ENDPOINT("deployment", "endpoint-ready", "readEndpoint");

  private final String process;
  private final String message;
  private final String reader;

  Wait(String process, String message, String reader) {
    this.process = process;
    this.message = message;
    this.reader = reader;
  }

  String process() {
    return process;
  }

  /** The message, and the receive task of the same name. */
  String message() {
    return message;
  }

  /** The delegate that reads the truth. */
  String reader() {
    return reader;
  }

  /** The delegate that starts the job. */
  String starter() {
    return reader.replaceFirst("^read", "start");
  }

  /** The task of that name. */
  String start() {
    return "start-" + message.replaceFirst("-finished$", "");
  }

  /** Where a job of ours that broke leads back to. */
  String again() {
    return "try-" + message.replaceFirst("-finished$", "");
  }

  /** The timer at the receive task. */
  String timer() {
    return message.replaceFirst("-(finished|ready)$", "-re-read-due");
  }
}
