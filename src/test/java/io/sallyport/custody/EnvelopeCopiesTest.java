package io.sallyport.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.objects.Keys;
import io.sallyport.aws.objects.LockedStore;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.Digest;
import io.sallyport.custody.proof.Envelope;
import io.sallyport.local.aws.Faults;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.postgres.LocalPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;

/** S08, R25: what is signed lies in the evidence bucket once, locked, whatever happens between. */
class EnvelopeCopiesTest {

  private static final String BUCKET = "sallyport-evidence";
  private static final int SDK_TRIES = 3;

  private final LocalPostgres.Database database = LocalPostgres.shared().migratedDatabase();
  private final OnLocalAws local = new OnLocalAws();
  private final Faults faults = local.aws().faults();
  private final S3Client s3 = local.clients().s3();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.now().plus(Duration.ofSeconds(1)));
  private final Clock clock = clock(now::get);
  private final DriverManagerDataSource source = source();
  private final JdbcClient jdbc = JdbcClient.create(source);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(source));
  private final Evidence evidence =
      new Evidence(
          new Keys(local.clients().kms(), local.settings()),
          new EvidenceKeysUsed(new Ledger(jdbc, clock), clock),
          jdbc,
          clock);
  private final EnvelopeCopies copies = node();

  @BeforeEach
  void prepare() {
    String key = local.clients().kms().createKey().keyMetadata().keyId();
    local
        .clients()
        .kms()
        .createAlias(alias -> alias.aliasName("alias/sallyport-data").targetKeyId(key));
    s3.createBucket(create -> create.bucket(BUCKET).objectLockEnabledForBucket(true));
  }

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void S08_an_envelope_lies_under_its_digest_locked_for_the_records_schedule() {
    Digest digest = keep("decision");

    copies.copy();
    copies.copy();

    String key = "envelopes/" + digest + ".json";
    var there = s3.headObject(head -> head.bucket(BUCKET).key(key));
    assertThat(there.objectLockMode()).isEqualTo(ObjectLockMode.COMPLIANCE);
    assertThat(there.objectLockRetainUntilDate())
        .isAfterOrEqualTo(now.get().plus(Duration.ofDays(3_650)));
    assertThat(s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asByteArray())
        .isEqualTo(evidence.about("land-cover-7").get(0).toBytes());
    assertThat(faults.calls("s3", "PutObject")).isEqualTo(1);
    assertThat(copies.backlog().waiting()).isZero();
  }

  @Test
  void R25_a_copy_that_fails_waits_longer_after_each_try_and_is_told() {
    keep("decision");
    faults.fail("s3", "PutObject", 2 * SDK_TRIES, new AwsError("InternalError", 500, "broken"));

    copies.copy();
    assertThat(copies.backlog().failure()).contains("broken");
    pass(Duration.ofSeconds(4));
    copies.copy();
    assertThat(faults.calls("s3", "PutObject")).isEqualTo(SDK_TRIES);
    pass(Duration.ofSeconds(1));
    copies.copy();
    pass(Duration.ofSeconds(9));
    copies.copy();
    assertThat(faults.calls("s3", "PutObject")).isEqualTo(2 * SDK_TRIES);
    assertThat(copies.backlog().late()).isFalse();
    pass(Duration.ofMinutes(5));
    assertThat(copies.backlog().late()).isTrue();

    copies.copy();

    assertThat(copies.backlog()).isEqualTo(new EnvelopeCopies.Backlog(0, Duration.ZERO, "", false));
    assertThat(objects()).hasSize(1);
  }

  @Test
  void R25_a_time_out_after_success_leaves_one_object() {
    keep("decision");
    faults.timeOutAfterSuccess("s3", "PutObject", SDK_TRIES);

    copies.copy();
    pass(Duration.ofMinutes(1));
    copies.copy();

    assertThat(objects()).hasSize(1);
    assertThat(copies.backlog().waiting()).isZero();
  }

  @Test
  void S08_what_was_rolled_back_is_never_copied() {
    transaction.executeWithoutResult(
        status -> {
          evidence.keep("land-cover-7", envelope("void"));
          status.setRollbackOnly();
        });

    copies.copy();

    assertThat(faults.calls("s3", "PutObject")).isZero();
  }

  @Test
  void R25_nodes_share_the_work_and_copy_nothing_twice() {
    IntStream.range(0, 30).forEach(i -> keep("decision " + i));
    EnvelopeCopies other = node();

    CompletableFuture.allOf(
            CompletableFuture.runAsync(copies::copy),
            CompletableFuture.runAsync(other::copy),
            CompletableFuture.runAsync(other::copy))
        .join();

    assertThat(objects()).hasSize(30);
    assertThat(faults.calls("s3", "PutObject")).isEqualTo(30);
    assertThat(copies.backlog().waiting()).isZero();
  }

  private EnvelopeCopies node() {
    Settings settings =
        new Settings(
            Duration.ofDays(3_650),
            Duration.ofSeconds(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(5));
    LockedStore store = new LockedStore(s3, local.settings());
    return new EnvelopeCopies(store, settings, jdbc, transaction, clock);
  }

  private Digest keep(String what) {
    Digest digest = transaction.execute(status -> evidence.keep("land-cover-7", envelope(what)));
    assertThat(digest).isNotNull();
    return digest;
  }

  private static Envelope envelope(String what) {
    return new Envelope(
        Envelope.IN_TOTO,
        Bytes.utf8(what),
        List.of(new Envelope.Signed("key", Bytes.utf8("signature"))));
  }

  private List<String> objects() {
    return s3.listObjectVersions(list -> list.bucket(BUCKET)).versions().stream()
        .map(version -> version.key())
        .toList();
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private static Clock clock(InstantSource instants) {
    return instants.withZone(ZoneOffset.UTC);
  }

  private DriverManagerDataSource source() {
    var settings = database.settings();
    return new DriverManagerDataSource(
        database.url(),
        (String) settings.get("spring.datasource.username"),
        (String) settings.get("spring.datasource.password"));
  }
}
