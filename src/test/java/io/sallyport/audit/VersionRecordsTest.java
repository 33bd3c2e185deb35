package io.sallyport.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.audit.VersionRecords.Records;
import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.objects.Keys;
import io.sallyport.custody.Evidence;
import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.Digest;
import io.sallyport.custody.proof.Envelope;
import io.sallyport.local.postgres.LocalPostgres;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** S08: a package is of one moment, whatever is committed while it is read. */
class VersionRecordsTest {

  private static final String VERSION = "land-cover-7";
  private static final Pattern OF_THE_LEDGER =
      Pattern.compile("io\\.sallyport\\.custody\\.(Ledger|Evidence|EvidenceKeysUsed)");

  private final OnLocalAws local = new OnLocalAws();
  private final InterruptedReads source = new InterruptedReads(database());
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  @EnableTransactionManagement
  static class Transactions {}

  @BeforeEach
  void start() {
    ClassPathBeanDefinitionScanner ledger = new ClassPathBeanDefinitionScanner(context, false);
    ledger.addIncludeFilter(new RegexPatternTypeFilter(OF_THE_LEDGER));
    ledger.scan("io.sallyport.custody");
    context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
    context.registerBean(Clock.class, Clock::systemUTC);
    context.registerBean(Keys.class, () -> new Keys(local.clients().kms(), local.settings()));
    context.register(Transactions.class, VersionRecords.class);
    context.refresh();
  }

  @AfterEach
  void close() {
    context.close();
    local.close();
  }

  @Test
  void S08_a_step_committed_between_two_reads_is_in_the_package_as_a_whole_or_not_at_all() {
    VersionRecords records = context.getBean(VersionRecords.class);
    source.before(
        "from ledger.envelope", () -> CompletableFuture.runAsync(this::aStepIsRecorded).join());

    Records during = records.of(VERSION);
    Records after = records.of(VERSION);

    assertThat(during.facts()).isEmpty();
    assertThat(during.envelopes()).isEmpty();
    assertThat(after.facts()).hasSize(1);
    assertThat(after.envelopes()).hasSize(1);
  }

  private void aStepIsRecorded() {
    Envelope envelope =
        new Envelope(
            Envelope.IN_TOTO,
            Bytes.utf8("{}"),
            List.of(new Envelope.Signed("key", Bytes.utf8("signature"))));
    new TransactionTemplate(context.getBean(JdbcTransactionManager.class))
        .executeWithoutResult(
            status -> {
              Digest kept = context.getBean(Evidence.class).keep(VERSION, envelope);
              context.getBean(Ledger.class).append(fact(kept));
            });
  }

  private Fact fact(Digest envelope) {
    return new Fact(
        "model-trained",
        1,
        VERSION,
        Fact.SALLYPORT,
        Optional.empty(),
        context.getBean(Clock.class).instant(),
        Optional.empty(),
        Map.of("envelope", envelope.hex()));
  }

  private static DriverManagerDataSource database() {
    var database = LocalPostgres.shared().migratedDatabase();
    var settings = database.settings();
    return new DriverManagerDataSource(
        database.url(),
        (String) settings.get("spring.datasource.username"),
        (String) settings.get("spring.datasource.password"));
  }
}
