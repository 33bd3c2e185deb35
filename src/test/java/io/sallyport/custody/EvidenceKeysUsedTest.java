package io.sallyport.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.EvidenceKeys;
import io.sallyport.local.postgres.LocalPostgres;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** S08: whatever key signed, its public half stays, though the alias points to another one. */
class EvidenceKeysUsedTest {

  private final DriverManagerDataSource source = source();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(source));
  private final Clock clock = Clock.systemUTC();
  private final Ledger ledger = new Ledger(JdbcClient.create(source), clock);
  private final EvidenceKeysUsed used = new EvidenceKeysUsed(ledger, clock);

  @Test
  void S08_each_key_is_a_fact_once_and_is_read_from_it_after_it_was_replaced()
      throws GeneralSecurityException {
    PublicKey older = newKey();
    PublicKey newer = newKey();

    for (PublicKey key : List.of(older, older, newer, older)) {
      transaction.executeWithoutResult(status -> used.record(key));
    }

    List<Bytes> facts =
        ledger.facts(EvidenceKeys.SUBJECT).stream().map(RecordedFact::bytes).toList();
    assertThat(EvidenceKeys.in(facts)).containsExactly(older, newer);
  }

  private static PublicKey newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    return generator.generateKeyPair().getPublic();
  }

  private static DriverManagerDataSource source() {
    var database = LocalPostgres.shared().migratedDatabase();
    var settings = database.settings();
    return new DriverManagerDataSource(
        database.url(),
        (String) settings.get("spring.datasource.username"),
        (String) settings.get("spring.datasource.password"));
  }
}
