package io.sallyport.models;

import io.sallyport.authority.Person;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.Tier;
import java.time.Instant;
import java.util.Optional;

/**
 * A version of a model: the subject of its case, its facts and its authorization (S08).
 *
 * @param id {@code <model>-<number>}
 * @param submitter subject id of whoever submitted it
 * @param rootInstance the case, once it has begun
 * @param modelDigest SHA-256 of the trained artifact, hex, once it is known
 */
public record ModelVersion(
    String id,
    String model,
    int number,
    String program,
    String submitter,
    String submitterName,
    Tier tier,
    State state,
    Submission submission,
    String submissionSha256,
    Instant submittedAt,
    Optional<String> rootInstance,
    Optional<String> modelDigest) {

  /** Where its life stands. Where exactly on the diagram, the history of activities tells. */
  public enum State {
    IN_PROGRESS,
    IN_SERVICE,
    SUSPENDED,
    ARCHIVED,
    RETURNED,
    WITHDRAWN,
    SUPERSEDED,
    NOT_DEPLOYED,
    RETIRED;

    /** Whether its life has come to an end: what it did not come to, it never will. */
    public boolean isOver() {
      return this != IN_PROGRESS && this != IN_SERVICE && this != SUSPENDED;
    }
  }

  /** Whether this is who submitted it, whatever his roles are. */
  public boolean isSubmittedBy(Person person) {
    return person.subject().equals(submitter);
  }

  /** The digest, at steps that come after training. */
  public String trainedDigest() {
    return modelDigest.orElseThrow(
        () -> new IllegalStateException(id + " is asked for its digest before it was trained"));
  }
}
