package io.sallyport.cli;

import io.sallyport.custody.proof.Envelope;
import io.sallyport.custody.proof.EvidencePackage;
import io.sallyport.custody.proof.Pem;
import io.sallyport.custody.proof.Verification;
import io.sallyport.custody.proof.Verification.Trust;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Verifies an evidence package offline (W3, S08, R30): every byte, fact, envelope, joint and
 * person's signature, and the rule books again.
 */
@Command(name = "verify", description = "Verify an evidence package, offline.")
final class Verify implements Callable<Integer> {

  /** Bytes of a public key in PEM. */
  private static final int KEY_BYTES_MAX = 16 << 10;

  private final Surroundings around;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "An evidence key (PEM), got from somewhere else than the package."
              + " Once for each, where the key was replaced by another.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--acr",
      paramLabel = "LEVEL",
      description = "The level of authentication that a signature needs: ${DEFAULT-VALUE}.")
  private String acr = Trust.ACR;

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  @Parameters(paramLabel = "FILE", description = "The package.")
  private String file = "";

  Verify(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    byte[] zip = UserFiles.read(around.file(file), EvidencePackage.SIZE_BYTES_MAX);
    try {
      EvidencePackage packed = EvidencePackage.read(new ByteArrayInputStream(zip));
      Trust trust = Trust.in(trusted(packed)).at(acr);
      Verification verified = Verification.of(packed, trust);
      Redecision again = Redecision.of(packed, verified.facts());
      List<Finding> findings = new ArrayList<>(verified.findings());
      findings.addAll(again.findings());
      if (!findings.isEmpty()) {
        throw new Failed(Failed.NO, "NOT verified", findings);
      }
      tell(packed, verified, again, trust);
      return 0;
    } catch (Refused refused) {
      throw new Failed(Failed.NO, "NOT verified", refused.findings());
    }
  }

  private PublicKey[] trusted(EvidencePackage packed) {
    List<PublicKey> trusted =
        keys.isEmpty() ? packed.ownKeys() : keys.stream().map(this::read).toList();
    return trusted.toArray(PublicKey[]::new);
  }

  private PublicKey read(String key) {
    byte[] pem = UserFiles.read(around.file(key), KEY_BYTES_MAX);
    return Pem.read(key, new String(pem, StandardCharsets.US_ASCII));
  }

  private void tell(EvidencePackage packed, Verification verified, Redecision again, Trust trust) {
    if (json) {
      around
          .out()
          .println(
              Json.text(
                  Map.of(
                      "verified", true,
                      "subject", packed.subject(),
                      "facts", verified.facts().size(),
                      "head", packed.manifest().head(),
                      "envelopes", verified.envelopes(),
                      "decisions", verified.decisions(),
                      "acr", trust.acr(),
                      "decidedAgain", again.decided(),
                      "keys", trust.evidenceKeys().stream().map(Envelope::keyId).toList(),
                      "keysFromOutside", !keys.isEmpty())));
      return;
    }
    around.out().println(packed.subject() + ": verified");
    around
        .out()
        .printf(
            "%d facts without a gap, %d signed statements, %d decisions signed by a person"
                + " at level %s, as expected%n",
            verified.facts().size(), verified.envelopes(), verified.decisions(), trust.acr());
    again.decided().forEach(around.out()::println);
    around.out().println(words(trust));
  }

  private String words(Trust trust) {
    return keys.isEmpty()
        ? "CAUTION: the key came with the package. Shown is only that nothing was changed under key "
            + trust.keyIds()
            + ", not whose key it is. Get the key from the product's owner and give it by --key."
        : "Signed by the key that you gave, " + trust.keyIds();
  }
}
