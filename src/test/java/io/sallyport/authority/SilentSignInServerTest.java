package io.sallyport.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.sallyport.authority.realm.RealmClient;
import io.sallyport.authority.realm.RealmHttp;
import io.sallyport.authority.realm.RealmTokens;
import io.sallyport.authority.realm.Unreachable;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** L1: a sign-in server that does not answer makes nobody wait for long, and not one by one. */
class SilentSignInServerTest {

  private static final String USER =
      "{\"id\":\"%s\",\"username\":\"%s\",\"firstName\":\"%s\",\"enabled\":%s}";

  private SlowRealm realm;

  @BeforeEach
  void start() throws IOException {
    realm = new SlowRealm();
  }

  @AfterEach
  void close() {
    realm.close();
  }

  @Test
  void L1_an_answer_that_begins_and_never_ends_is_given_up() {
    realm.hangs();
    HttpRequest.Builder request = HttpRequest.newBuilder(realm.realm().keys());

    long millis =
        millis(
            () ->
                assertThatThrownBy(() -> new RealmHttp().ask(request, Duration.ofMillis(300)))
                    .isInstanceOf(Unreachable.class));

    assertThat(millis).isBetween(250L, 4_000L);
  }

  @Test
  void L1_a_page_full_of_names_asks_a_directory_that_fails_once_in_a_while() {
    Names names = new Names(directory(), realm.clock());

    IntStream.range(0, 20)
        .forEach(i -> assertThat(names.of(UUID.randomUUID().toString())).isEqualTo("somebody"));
    assertThat(realm.asked()).hasSize(1);

    realm.pass(Duration.ofSeconds(16));
    names.of(UUID.randomUUID().toString());
    assertThat(realm.asked()).hasSize(2);
  }

  @Test
  void R18_of_many_tokens_at_once_none_waits_for_the_keys_after_another() throws Exception {
    realm.hangs();
    RealmTokens tokens = new RealmTokens(realm.realm(), realm.clock());
    String token =
        ForgingRealm.signed(new JWTClaimsSet.Builder().build(), ForgingRealm.newKey("realm"));

    long together = millis(() -> fourTimes(() -> refused(tokens, token)));
    long after = millis(() -> refused(tokens, token));

    assertThat(together).isLessThan(9_000);
    assertThat(after).isLessThan(1_000);
    assertThat(realm.asked()).hasSize(1);
  }

  @Test
  void S11_who_is_in_a_role_is_asked_in_two_calls_however_many_they_are() {
    String members =
        String.join(
            ",",
            List.of(
                USER.formatted("1", "ada", "Ada", true),
                USER.formatted("2", "ben", "Ben", false),
                USER.formatted("3", "service-account-broker", "", true)));
    answering().answers("/groups/g/members", "[" + members + "]");

    assertThat(directory().members("sentinel", Role.TECHNICAL_AUTHORITY))
        .containsExactly(
            new Directory.Member("1", "Ada", false),
            new Directory.Member("3", "broker (machine)", true));
    assertThat(realm.asked()).hasSize(3);
  }

  @Test
  void S11_all_calls_of_one_question_share_its_deadline() {
    answering().answers("/groups/g/members", "[]").takes(Duration.ofSeconds(5));

    assertThatThrownBy(() -> directory().members("sentinel", Role.TECHNICAL_AUTHORITY))
        .isInstanceOf(Unreachable.class)
        .hasMessage("The directory has not told all in time");
    assertThat(realm.asked()).hasSize(2);
  }

  private SlowRealm answering() {
    return realm
        .answers("/token", "{\"access_token\":\"t\",\"expires_in\":300}")
        .answers("/technical-authority", "{\"id\":\"g\"}");
  }

  private Directory directory() {
    return new Directory(realm.realm(), new RealmClient("sallyport-api", "secret"), realm.clock());
  }

  private static void refused(RealmTokens tokens, String token) {
    assertThatThrownBy(() -> tokens.verify("token", token)).isInstanceOf(Unreachable.class);
  }

  private static void fourTimes(Runnable work) {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      CompletableFuture.allOf(
              IntStream.range(0, 4)
                  .mapToObj(i -> CompletableFuture.runAsync(work, threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      threads.shutdown();
    }
  }

  private static long millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
