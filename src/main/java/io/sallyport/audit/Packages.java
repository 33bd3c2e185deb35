package io.sallyport.audit;

import io.sallyport.authority.Decisions;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.objects.Keys;
import io.sallyport.custody.RecordedFact;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.EvidencePackage;
import io.sallyport.models.ModelVersion;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts together what an outsider needs to verify a model version offline (S08, R30): all its facts,
 * each envelope and document that one of them names, the keys that signed the envelopes, and the
 * facts about the realm's keys that verify its decisions. Nothing is judged here.
 */
@Component
class Packages {

  /** Bytes of a document that a fact names; a report is a page of numbers. */
  private static final int DOCUMENT_BYTES_MAX = 16 << 20;

  private final VersionRecords records;
  private final Decisions decisions;
  private final ExactCopies copies;
  private final Keys keys;

  Packages(VersionRecords records, Decisions decisions, ExactCopies copies, Keys keys) {
    this.records = records;
    this.decisions = decisions;
    this.copies = copies;
    this.keys = keys;
  }

  /** The package of a version as the ledger has it now. */
  EvidencePackage export(ModelVersion version) {
    VersionRecords.Records read = records.of(version.id());
    List<PublicKey> evidenceKeys = new ArrayList<>(read.keys());
    evidenceKeys.add(keys.publicKey()); // signed before keys were recorded
    return EvidencePackage.of(
        new EvidencePackage.Facts(
            VersionRecords.bytes(read.facts()), VersionRecords.bytes(read.realm())),
        read.envelopes().stream().map(envelope -> Bytes.of(envelope.toBytes())).toList(),
        documents(version, read.facts()),
        evidenceKeys);
  }

  private List<Bytes> documents(ModelVersion version, List<RecordedFact> facts) {
    List<Bytes> documents = new ArrayList<>();
    for (RecordedFact fact : facts) {
      document(version, fact, "/report/sha256", "processing-report.json").ifPresent(documents::add);
      document(version, fact, "/evaluationSha256", "evaluation.json").ifPresent(documents::add);
      document(version, fact, "/scanSha256", "artifact-scan.json").ifPresent(documents::add);
      if (fact.payload().has("factsUri")) {
        document(version, fact, "/factsSha256", "security-facts.json").ifPresent(documents::add);
      }
      decisions.packet(fact.payload().path("packetSha256").asText()).ifPresent(documents::add);
    }
    return documents;
  }

  /** The file whose digest the fact carries: it lies under that digest. */
  private Optional<Bytes> document(
      ModelVersion version, RecordedFact fact, String pointer, String file) {
    String sha256 = fact.payload().at(pointer).asText();
    if (sha256.isEmpty()) {
      return Optional.empty();
    }
    String uri = copies.uri(version.program(), sha256, file);
    Bytes content = Bytes.of(copies.readSmall(uri, DOCUMENT_BYTES_MAX));
    if (!content.digest().hex().equals(sha256)) {
      throw new IllegalStateException(uri + " has SHA-256 " + content.digest());
    }
    return Optional.of(content);
  }
}
