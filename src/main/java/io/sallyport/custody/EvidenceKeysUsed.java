package io.sallyport.custody;

import io.sallyport.custody.proof.Envelope;
import io.sallyport.custody.proof.EvidenceKeys;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes each evidence key a fact of its own when it is first used: the alias may point to another
 * one later, and what this one signed must be verifiable for ever.
 */
@Component
class EvidenceKeysUsed {

  private final Ledger ledger;
  private final Clock clock;

  EvidenceKeysUsed(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Records the key, unless it is recorded; in the transaction that signs, if there is one. */
  @Transactional
  public void record(PublicKey key) {
    if (isRecorded(key)) return;
    ledger.lock(EvidenceKeys.SUBJECT);
    if (isRecorded(key)) return; // by another node meanwhile
    ledger.append(
        new Fact(
            EvidenceKeys.USED,
            1,
            EvidenceKeys.SUBJECT,
            Fact.SALLYPORT,
            Optional.empty(),
            clock.instant(),
            Optional.empty(),
            EvidenceKeys.payload(key)));
  }

  private boolean isRecorded(PublicKey key) {
    String keyId = Envelope.keyId(key);
    return ledger.facts(EvidenceKeys.SUBJECT).stream()
        .anyMatch(fact -> fact.payload().path("keyId").asText().equals(keyId));
  }
}
