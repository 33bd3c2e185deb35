package io.sallyport.workflow;

/** Told, in the engine's transaction, when a task begins and stops waiting for a person. */
public interface HumanTaskListener {

  void created(HumanTask task);

  /** It was completed, or its case went another way. */
  void ended(String taskId);
}
