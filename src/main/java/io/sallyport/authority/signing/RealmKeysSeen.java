package io.sallyport.authority.signing;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.realm.Realm;
import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.custody.proof.RealmKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes each signing key of the realm a fact of its own before a decision rests on it (design,
 * trust 5): a key that somebody made up to sign in another's name is then there for everybody to
 * see.
 */
@Component
public class RealmKeysSeen {

  private final Ledger ledger;
  private final Realm realm;
  private final Clock clock;

  RealmKeysSeen(Ledger ledger, Realm realm, Clock clock) {
    this.ledger = ledger;
    this.realm = realm;
    this.clock = clock;
  }

  /**
   * Records the key, unless it is recorded; in a transaction that ends before the decision's.
   * Returns when it was recorded.
   */
  @Transactional
  public Instant record(String jwkJson) {
    JsonNode key = CanonicalJson.read(Bytes.utf8(jwkJson).toArray());
    Optional<Instant> recorded = recorded(key);
    if (recorded.isPresent()) return recorded.get();
    ledger.lock(RealmKeys.SUBJECT);
    return recorded(key).orElseGet(() -> append(key)); // by another node meanwhile
  }

  private Instant append(JsonNode key) {
    Fact seen =
        new Fact(
            RealmKeys.SEEN,
            1,
            RealmKeys.SUBJECT,
            Fact.SALLYPORT,
            Optional.empty(),
            clock.instant(),
            Optional.empty(),
            Map.of("issuer", realm.issuer().toString(), "key", key));
    return ledger.append(seen).recordedAt();
  }

  private Optional<Instant> recorded(JsonNode key) {
    Bytes wanted = RealmKeys.canonical(key);
    return ledger.facts(RealmKeys.SUBJECT).stream()
        .filter(fact -> fact.payload().path("issuer").asText().equals(realm.issuer().toString()))
        .filter(fact -> RealmKeys.canonical(fact.payload().path("key")).equals(wanted))
        .map(RecordedFact::recordedAt)
        .findFirst();
  }
}
