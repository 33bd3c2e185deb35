package io.sallyport.authority.signing;

/**
 * A confirmation that came back when the session of the person who was asked was over (trust 5).
 *
 * @param asked the subject who was asked to sign
 * @param taskId what was to be signed
 * @param confirmed the subject who gave the factor; empty: nobody, or it cannot be known any more
 * @param confirmedBy that person's name
 */
public record LostConfirmation(String asked, String taskId, String confirmed, String confirmedBy) {

  /** Whether somebody gave the factor who was not asked to. */
  public boolean isAnothers() {
    return !confirmed.isEmpty() && !confirmed.equals(asked);
  }
}
