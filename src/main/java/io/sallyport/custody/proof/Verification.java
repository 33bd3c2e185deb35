package io.sallyport.custody.proof;

import io.sallyport.rules.Finding;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an evidence package proves by itself (S08, F12, R29, R30): the files are those of the
 * manifest, the facts are complete and in their order, each envelope is signed and named by a fact,
 * the steps are joined by equal digests, and each decision was signed by the person, under a key of
 * the realm that an earlier fact recorded. Pure: nothing is asked of anybody.
 *
 * @param findings all that is wrong; empty means verified
 * @param facts those that could be read, in their order
 * @param decisions how many decisions a person signed
 */
public record Verification(
    List<Finding> findings, List<PackagedFact> facts, int envelopes, int decisions) {

  public Verification {
    findings = List.copyOf(findings);
    facts = List.copyOf(facts);
  }

  /**
   * Whom the verifier trusts.
   *
   * @param evidenceKeys each envelope is signed by one of them
   * @param client the realm's client for signatures
   * @param acr the level of authentication that a signature needs: what the verifier expects, and
   *     not what the package says
   */
  public record Trust(List<PublicKey> evidenceKeys, String client, String acr) {

    /** The level of our realm files. */
    public static final String ACR = "il5-sign";

    public Trust {
      evidenceKeys = List.copyOf(evidenceKeys);
    }

    /** With the client and the level that our realm files define. */
    public static Trust in(PublicKey... evidenceKeys) {
      return new Trust(List.of(evidenceKeys), "sallyport-signature", ACR);
    }

    /** With another level of authentication. */
    public Trust at(String otherAcr) {
      return new Trust(evidenceKeys, client, otherAcr);
    }

    /** The ids of the keys, as envelopes name them. */
    public String keyIds() {
      return evidenceKeys.stream().map(Envelope::keyId).collect(Collectors.joining(", "));
    }
  }

  public static Verification of(EvidencePackage packed, Trust trust) {
    List<Finding> findings = new ArrayList<>(packed.manifest().check(packed.files()));
    FactChain chain = FactChain.of(packed);
    findings.addAll(chain.findings());
    SignedSteps steps = SignedSteps.of(packed, chain.facts(), trust);
    findings.addAll(steps.findings());
    findings.addAll(new Joints(packed, chain.facts(), steps).findings());
    List<PackagedFact> decisions =
        chain.facts().stream().filter(fact -> fact.kind().equals(SignedSteps.DECISION)).toList();
    RealmChain realm = RealmChain.of(packed);
    findings.addAll(realm.findings());
    for (PackagedFact decision : decisions) {
      findings.addAll(new DecisionProof(decision, steps, realm, trust).findings());
    }
    findings.addAll(realmKeys(packed));
    findings.addAll(EvidenceKeys.wrong(packed.files()));
    return new Verification(findings, chain.facts(), steps.statements().size(), decisions.size());
  }

  /** The keys beside the envelopes are for the reader; they must be those inside them. */
  private static List<Finding> realmKeys(EvidencePackage packed) {
    List<String> used = new ArrayList<>();
    packed.files().entrySet().stream()
        .filter(file -> file.getKey().startsWith("envelopes/"))
        .forEach(file -> SignedSteps.realmKey(file.getValue()).ifPresent(used::add));
    return packed.files().keySet().stream()
        .filter(name -> name.startsWith("keys/realm-") && !used.contains(name))
        .map(
            name ->
                new Finding(
                    "decision/realm-keys-are-those-of-the-envelopes",
                    name,
                    "in no envelope",
                    "keys that verify an ID token"))
        .toList();
  }
}
