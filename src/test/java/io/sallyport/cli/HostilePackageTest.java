package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.EvidencePackage;
import io.sallyport.custody.proof.PromotedVersion;
import io.sallyport.custody.proof.Verification;
import io.sallyport.custody.proof.Verification.Trust;
import io.sallyport.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R30: a package is written by whom one does not trust; the verifier answers and never falls. */
class HostilePackageTest {

  private static final int TURNS = 400;

  private final PromotedVersion version = JudgedVersion.measuring("0.907519");
  private final EvidencePackage good = version.packed();
  private final List<String> files = List.copyOf(good.files().keySet());

  @Test
  void R30_whatever_is_changed_in_a_record_is_answered_by_findings() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Mutations mutations = new Mutations(random);
    for (int turn = 0; turn < TURNS; turn++) {
      String file = files.get(random.nextInt(files.size()));
      EvidencePackage bad = with(file, mutations.of(good.files().get(file)));

      assertThatCode(() -> assertThat(findings(bad).isEmpty()).isEqualTo(bad.equals(good)))
          .as("seed %d, turn %d, %s: %s", seed, turn, file, bad.files().get(file).toUtf8())
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"plan\":{', '\"plan\":null,\"was\":{', Null value for creator property 'plan'",
    "'\"lower\":\"0.907519\"', '\"lower\":\"1e999999999\"', accuracy is 1e999999999",
    "'\"lower\":\"0.907519\"', '\"lower\":null', Null value for creator property 'lower'",
    "'\"images\":[', '\"images\":[null', images"
  })
  void R30_a_document_that_no_book_can_judge_is_named(String was, String is, String message) {
    String file =
        files.stream()
            .filter(one -> one.startsWith("documents/"))
            .filter(one -> good.files().get(one).toUtf8().contains(was))
            .findFirst()
            .orElseThrow();
    Bytes changed = Bytes.utf8(good.files().get(file).toUtf8().replace(was, is));

    assertThat(findings(with(file, changed)))
        .filteredOn(finding -> finding.rule().equals("redecision/the-record-can-be-judged"))
        .singleElement()
        .asString()
        .contains(message);
  }

  @Test
  void R30_a_date_that_is_none_is_named_by_the_fact_that_needs_it() {
    String file = "facts/0001.json";
    String fact = good.files().get(file).toUtf8();
    Bytes changed = Bytes.utf8(fact.replace("2027-01-01", "the next year"));

    assertThat(findings(with(file, changed)))
        .extracting(Finding::toString)
        .contains(
            "redecision/the-record-can-be-judged: facts/0010.json is Text 'the next year' could not"
                + " be parsed at index 0; the limit is a record");
  }

  private EvidencePackage with(String file, Bytes content) {
    TreeMap<String, Bytes> changed = new TreeMap<>(good.files());
    changed.put(file, content);
    return new EvidencePackage(good.manifest(), changed);
  }

  private List<Finding> findings(EvidencePackage packed) {
    Verification verified = Verification.of(packed, Trust.in(version.key()));
    List<Finding> findings = new ArrayList<>(verified.findings());
    findings.addAll(Redecision.of(packed, verified.facts()).findings());
    return findings;
  }
}
