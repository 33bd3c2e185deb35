package io.sallyport.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.local.aws.sagemaker.SageMaker;
import java.util.Map;
import java.util.Set;

/**
 * A moment of AWS, to which it can be put back as often as a test does the same thing again. It is
 * taken while AWS is held, so that what never was leaves no process behind. Messages that were sent
 * stay sent, and sessions that were handed out stay good.
 */
public final class Moment {

  private static final Set<String> SESSIONS = Set.of("access-key");

  private final Journal journal;
  private final Runnable rows;
  private final Runnable waiting;

  Moment(Journal journal, SageMaker sageMaker) {
    this.journal = journal;
    this.rows = journal.moment(SESSIONS);
    this.waiting = sageMaker.moment();
  }

  /** Everything is as it was when this moment was taken. */
  public void comeBack() {
    waiting.run();
    rows.run();
  }

  /** What there is now, by kind and key, as the journal writes it. */
  public Map<String, Map<String, JsonNode>> inventory() {
    return journal.written();
  }
}
