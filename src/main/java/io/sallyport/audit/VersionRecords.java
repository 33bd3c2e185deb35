package io.sallyport.audit;

import io.sallyport.custody.Evidence;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.Envelope;
import io.sallyport.custody.proof.EvidenceKeys;
import io.sallyport.custody.proof.RealmKeys;
import java.security.PublicKey;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What the database holds about a version, all of it as of one moment. */
@Component
class VersionRecords {

  private final Ledger ledger;
  private final Evidence evidence;

  VersionRecords(Ledger ledger, Evidence evidence) {
    this.ledger = ledger;
    this.evidence = evidence;
  }

  /**
   * What was committed when it was read.
   *
   * @param realm the facts about the realm's keys
   * @param keys that signed evidence, as far as facts tell
   */
  record Records(
      List<RecordedFact> facts,
      List<RecordedFact> realm,
      List<Envelope> envelopes,
      List<PublicKey> keys) {}

  /**
   * Reads in one transaction that sees no later commit: a step is in it with its fact and its
   * envelope, or not at all.
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public Records of(String modelVersion) {
    return new Records(
        ledger.facts(modelVersion),
        ledger.facts(RealmKeys.SUBJECT),
        evidence.about(modelVersion),
        EvidenceKeys.in(bytes(ledger.facts(EvidenceKeys.SUBJECT))));
  }

  static List<Bytes> bytes(List<RecordedFact> facts) {
    return facts.stream().map(RecordedFact::bytes).toList();
  }
}
