package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.custody.proof.AnsweringVersion;
import io.sallyport.custody.proof.EvidencePackage;
import io.sallyport.custody.proof.ExampleContent.Gates;
import io.sallyport.custody.proof.Pem;
import io.sallyport.custody.proof.PromotedVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

  @TempDir Path folder;
  private StubServer around;

  @BeforeEach
  void start() throws IOException {
    around = new StubServer();
  }

  @AfterEach
  void stop() {
    around.close();
  }

  @Test
  void S08_gates_are_decided_again_and_another_verdict_is_named() throws IOException {
    PromotedVersion proven = JudgedVersion.measuring("0.907519");
    PromotedVersion notProven = JudgedVersion.measuring("0.840000");
    write("proven.zip", proven.packed());
    write("not-proven.zip", notProven.packed());
    Files.writeString(folder.resolve("key.pem"), Pem.of(proven.key()));

    assertThat(around.run(folder, "verify", "proven.zip", "--key", "key.pem")).isZero();
    assertThat(around.out())
        .contains(
            "land-cover-7: verified",
            "11 facts without a gap, 5 signed statements, 1 decisions signed by a person",
            "Gate 1: 15 rules, no finding",
            "Gate 2: 10 rules, no finding",
            "Authorization at deployment-checked: 14 rules, no finding",
            "Signed by the key that you gave");

    assertThat(around.run(folder, "verify", "not-proven.zip")).isEqualTo(1);
    assertThat(around.err())
        .contains("redecision/the-findings-are-the-same: facts/0005.json is no finding")
        .contains(
            "redecision/the-verdict-is-the-same: facts/0005.json is gate-1-passed;"
                + " the limit is gate-1-failed");
  }

  @Test
  void S11_a_quorum_below_the_law_is_refused_offline_whatever_the_table_said() throws IOException {
    write(
        "one-of-two.zip",
        JudgedVersion.with(new Gates("significant", "significant", 1, "pass")).packed());
    write(
        "other-tier.zip",
        JudgedVersion.with(new Gates("significant", "routine", 1, "pass")).packed());

    assertThat(around.run(folder, "verify", "one-of-two.zip")).isEqualTo(1);
    assertThat(around.err())
        .contains(
            "authorization/the-quorum-reaches-the-tiers-least: approvals needed is 1; the limit is"
                + " at least 2 in tier significant")
        .doesNotContain("the-tier-is-the-submitted-one");

    assertThat(around.run(folder, "verify", "other-tier.zip")).isEqualTo(1);
    assertThat(around.err())
        .contains(
            "authorization/the-tier-is-the-submitted-one: the tier that Gate 3 counted by is"
                + " routine; the limit is significant");
  }

  @Test
  void S10_a_review_that_nobody_signed_and_a_stop_that_was_passed_are_refused_offline()
      throws IOException {
    for (String verdict : List.of("review", "fail")) {
      Gates gates = new Gates("routine", "routine", 1, verdict);
      write(verdict + ".zip", JudgedVersion.with(gates).packed());

      assertThat(around.run(folder, "verify", verdict + ".zip")).isEqualTo(1);
      assertThat(around.err())
          .contains("authorization/the-findings-passed-or-were-reviewed: gate 2 is " + verdict);
    }
  }

  @Test
  void F12_a_key_for_each_time_before_and_after_it_was_replaced() throws IOException {
    PromotedVersion replaced = JudgedVersion.measuring("0.907519");
    write("replaced.zip", replaced.packedUnderTwoKeys());
    Files.writeString(folder.resolve("old.pem"), Pem.of(replaced.keys().get(0)));
    Files.writeString(folder.resolve("new.pem"), Pem.of(replaced.keys().get(1)));

    assertThat(around.run(folder, "verify", "replaced.zip", "--key", "new.pem")).isEqualTo(1);
    assertThat(around.err()).contains("custody/envelopes-are-signed");

    assertThat(around.run(folder, "verify", "replaced.zip", "--key", "old.pem", "--key", "new.pem"))
        .isZero();
    assertThat(around.out()).contains("Signed by the key that you gave, ", ", ");
  }

  @Test
  void S12_the_level_is_told_and_is_the_one_that_the_verifier_expects() throws IOException {
    write("good.zip", JudgedVersion.measuring("0.907519").packed());
    write("lower.zip", JudgedVersion.measuring("0.907519").at("il5-login").packed());

    assertThat(around.run(folder, "verify", "good.zip")).isZero();
    assertThat(around.out()).contains("1 decisions signed by a person at level il5-sign");
    assertThat(around.run(folder, "verify", "lower.zip")).isEqualTo(1);
    assertThat(around.err()).contains("decision/level-is-the-expected-one");

    assertThat(around.run(folder, "verify", "lower.zip", "--acr", "il5-login")).isZero();
    assertThat(around.out()).contains("at level il5-login, as expected");
  }

  @Test
  void S13_what_answers_without_a_check_and_verified_answers_is_refused_offline()
      throws IOException {
    write("in-service.zip", answering().packed());
    write("other-configuration.zip", answering().verifiedWith("another"));
    write("refused.zip", answering().refused());

    assertThat(around.run(folder, "verify", "in-service.zip")).isZero();
    assertThat(around.out()).contains("Service at service-period-opened: no finding");

    assertThat(around.run(folder, "verify", "other-configuration.zip")).isEqualTo(1);
    assertThat(around.err()).contains("service/the-answers-of-the-deployment-were-verified: ");

    assertThat(around.run(folder, "verify", "refused.zip")).isEqualTo(1);
    assertThat(around.err()).contains("service/the-ledger-confirmed-the-artifact: ");
  }

  @Test
  void R30_one_changed_byte_is_named_and_without_a_key_the_output_says_what_was_not_shown()
      throws IOException {
    write("good.zip", JudgedVersion.measuring("0.907519").packed());
    byte[] bytes = Files.readAllBytes(folder.resolve("good.zip"));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("authorities-named")] ^= 1;
    Files.write(folder.resolve("bad.zip"), bytes);

    assertThat(around.run(folder, "verify", "good.zip")).isZero();
    assertThat(around.out()).contains("CAUTION: the key came with the package.");

    assertThat(around.run(folder, "verify", "bad.zip")).isEqualTo(1);
    assertThat(around.err())
        .startsWith("package/every-byte-is-as-written: facts/0008.json is changed at byte ");
  }

  private static AnsweringVersion answering() {
    return new AnsweringVersion(JudgedVersion.measuring("0.907519"));
  }

  private void write(String name, EvidencePackage packed) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      packed.write(out);
    }
  }
}
