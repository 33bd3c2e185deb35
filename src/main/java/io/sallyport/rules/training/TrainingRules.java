package io.sallyport.rules.training;

import io.sallyport.rules.RuleBook;

/** What must be true of the jobs of a training run. */
public final class TrainingRules {

  /** When the training job has ended. */
  public static final RuleBook<JobFacts> ABOUT_THE_JOB =
      RuleBook.of("training", new TheJobCompletes(), new TheArtifactCanBeArchived());

  /** Before the held-out set is copied. */
  public static final RuleBook<HoldOutSize> ABOUT_THE_HOLD_OUT =
      RuleBook.of("training", new TheHoldOutCanBeJudged());

  /** Before the held-out set is fixed. */
  public static final RuleBook<WrittenFiles> ABOUT_THE_FILES =
      RuleBook.of("training", new TheFilesAreAsTheJobWroteThem());

  private TrainingRules() {}
}
