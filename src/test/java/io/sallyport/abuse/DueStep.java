package io.sallyport.abuse;

/**
 * A step of a case that is due: a job of the engine.
 *
 * @param process id of the diagram
 * @param activity id of the task
 */
record DueStep(String process, String activity, String instance, String job) {

  /** What it is called in every report. */
  String title() {
    return process + "/" + activity;
  }
}
