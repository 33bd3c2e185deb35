package io.sallyport.rules.technical;

/** Who may read a finding of Gate 1. */
public enum Visibility {
  /** Row counts, floors, the plan, the sets: they say nothing about how good the model is. */
  EVERYBODY,
  /** What was measured: for the authority and the auditor only, or looks would have no budget. */
  AUTHORITY
}
