package io.sallyport.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.Envelope;
import io.sallyport.custody.proof.EvidencePackage;
import io.sallyport.custody.proof.Statement;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.OutsideTools;
import io.sallyport.local.OutsideTools.Said;
import io.sallyport.local.Story;
import io.sallyport.models.Lineage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verifier that we did not write (P2, L5): securesystemslib judges what the product exports. */
@Tag("boundary")
class OutsideVerifierTest {

  @TempDir Path folder;
  private OutsideTools tools;
  private EvidencePackage exported;

  @BeforeEach
  void export() {
    tools = OutsideTools.in(folder);
    exported = LocalBoundary.shared().bean(Packages.class).export(Story.inService().version());
  }

  @Test
  void S08_F12_every_envelope_is_signed_and_their_statements_are_joined() throws IOException {
    Said said = judge(exported);

    assertThat(said.exitCode()).as(said.text()).isZero();
    assertThat(said.lines())
        .containsExactly(
            Statement.TEST_RESULT,
            Statement.TEST_RESULT,
            Statement.APPROVAL,
            Statement.PROVENANCE,
            Statement.VERIFICATION_SUMMARY,
            "all about model.tar.gz "
                + Story.inService().payload(Lineage.TRAINED).path("modelDigest").asText());
  }

  @Test
  void R30_one_changed_byte_of_any_payload_breaks_its_signature() throws IOException {
    for (String file : envelopes()) {
      Envelope envelope = Envelope.parse(exported.files().get(file).toArray());
      byte[] payload = envelope.payload().toArray();
      payload[payload.length / 2] ^= 1;
      Bytes forged =
          Bytes.of(
              new Envelope(envelope.payloadType(), Bytes.of(payload), envelope.signatures())
                  .toBytes());

      Said said = judge(with(file, "envelopes/" + forged.digest().hex() + ".json", forged));

      assertThat(said.exitCode()).isNotZero();
      assertThat(said.text()).contains("VerificationError", "Found: 0, Expected 1");
    }
  }

  @Test
  void R30_a_statement_that_is_left_out_or_a_report_of_other_bytes_breaks_a_joint()
      throws IOException {
    String sha256 =
        Story.inService().payload(Lineage.GATE_1_PASSED).path("evaluationSha256").asText();
    String report = "documents/" + sha256 + ".json";

    assertThat(judge(without(envelopes().get(0))).exitCode()).isNotZero();
    assertThat(judge(with(report, report, Bytes.utf8("{}"))).text()).contains("evaluation.json");
  }

  private List<String> envelopes() {
    return exported.files().keySet().stream()
        .filter(file -> file.startsWith("envelopes/"))
        .toList();
  }

  private EvidencePackage without(String file) {
    SortedMap<String, Bytes> files = new TreeMap<>(exported.files());
    files.remove(file);
    return new EvidencePackage(exported.manifest(), files);
  }

  private EvidencePackage with(String removed, String added, Bytes content) {
    SortedMap<String, Bytes> files = new TreeMap<>(without(removed).files());
    files.put(added, content);
    return new EvidencePackage(exported.manifest(), files);
  }

  private Said judge(EvidencePackage evidence) throws IOException {
    Path file = folder.resolve("package.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      evidence.write(out);
    }
    return tools.script("verify_envelopes.py", file.toString());
  }
}
