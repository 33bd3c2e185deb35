package io.sallyport.aws.serving;

/** The two roles that invoke models, each in its own time and never another. */
public enum Caller {
  /** Answers consumers during a service period. */
  INVOKING,
  /** Compares answers with the evaluated ones before a service period opens. */
  CHECKING
}
