package io.sallyport.custody.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The facts of a version that was trained, judged, authorized and deployed, signed by keys of its
 * own; a test changes the one thing that it is about.
 */
public final class PromotedVersion {

  public static final String SUBJECT = "land-cover-7";
  public static final String AUTHORITY = "0b8f6f5e-0000-4000-8000-000000000001";
  static final Instant START = Instant.parse("2026-11-25T01:00:00Z");
  static final String ISSUER = "https://sign-in.example/realms/sallyport";

  public final String modelDigest = digest("model");
  public final String trainDigest = digest("train");
  public final String holdoutDigest = digest("holdout");
  public final String dataDigest = digest("data");
  private final List<KeyPair> evidence = new ArrayList<>(List.of(ExampleKeys.keyPair()));
  final ECKey realm = ExampleKeys.realmKey("realm-1");
  final List<Bytes> facts = new ArrayList<>();
  final List<Bytes> realmFacts = new ArrayList<>();
  final List<Bytes> envelopes = new ArrayList<>();
  final List<Bytes> documents = new ArrayList<>();
  private final ExampleContent content;
  private String level = "il5-sign";

  /** How a decision is forged: each part as it should be, changed or not. */
  record Decided(
      UnaryOperator<JWTClaimsSet.Builder> claims,
      UnaryOperator<Map<String, Object>> outer,
      ECKey signer,
      String actor) {}

  public PromotedVersion(ExampleContent content) {
    this.content = content;
  }

  static PromotedVersion plain() {
    return new PromotedVersion(ExampleContent.plain());
  }

  /** The level of authentication that its decisions ask for, and are given at. */
  public PromotedVersion at(String acr) {
    level = acr;
    return this;
  }

  public PublicKey key() {
    return keys().get(0);
  }

  Decided honest() {
    return new Decided(claims -> claims, predicate -> predicate, realm, AUTHORITY);
  }

  public EvidencePackage packed() {
    return packed(honest());
  }

  /** The evidence key is replaced in the middle of the story. */
  public EvidencePackage packedUnderTwoKeys() {
    trained();
    rotate();
    return packed(honest());
  }

  EvidencePackage packed(Decided decided) {
    if (facts.isEmpty()) trained();
    judged();
    decision(decided);
    deployed();
    seen(realm, START);
    return again();
  }

  /** From what was recorded so far. */
  EvidencePackage again() {
    EvidencePackage.Facts all = new EvidencePackage.Facts(facts, realmFacts);
    return EvidencePackage.of(all, envelopes, documents, keys());
  }

  /** From now on another key signs: the alias was pointed to it. */
  public void rotate() {
    evidence.add(ExampleKeys.keyPair());
  }

  /** All that signed, the oldest first. */
  public List<PublicKey> keys() {
    return evidence.stream().map(KeyPair::getPublic).toList();
  }

  /** The key of the realm becomes a fact of its own. */
  void seen(ECKey key, Instant at) {
    JsonNode jwk = CanonicalJson.read(key.toPublicJWK().toJSONString().getBytes(UTF_8));
    Map<String, Object> payload = Map.of("issuer", ISSUER, "key", jwk);
    ExampleFacts.append(
        realmFacts,
        new ExampleFacts.Said(RealmKeys.SUBJECT, RealmKeys.SEEN, "sallyport", at, payload));
  }

  void trained() {
    append(
        "model-version-submitted",
        "engineer",
        Map.of(
            "program", "sentinel",
            "tier", content.gates().tier(),
            "submission", content.submission()));
    append("data-copied", "sallyport", Map.of("source", Map.of("sha256", dataDigest)));
    String report = document("{\"findings\":[]}");
    append(
        "held-out-set-fixed",
        "sallyport",
        Map.of(
            "inputSha256", dataDigest,
            "train", Map.of("sha256", trainDigest),
            "holdout", Map.of("sha256", holdoutDigest),
            "report", Map.of("sha256", report)));
    Map<String, Object> made =
        Map.of(
            "buildDefinition",
            Map.of(
                "resolvedDependencies",
                List.of(resource("data", dataDigest), resource("train.csv", trainDigest))));
    append(
        "model-trained",
        "sallyport",
        Map.of("modelDigest", modelDigest, "envelope", sign(Statement.PROVENANCE, made)));
  }

  void judged() {
    String evaluation = document(content.evaluation());
    Map<String, Object> judged =
        configuration(
            resource("evaluation.json", evaluation),
            resource("train.csv", trainDigest),
            resource("holdout.csv", holdoutDigest));
    Map<String, Object> gate1 = new TreeMap<>();
    gate1.put("modelDigest", modelDigest);
    gate1.put("verdict", "passed");
    gate1.put("evaluationSha256", evaluation);
    gate1.put("look", 1);
    gate1.put("tier", content.gates().tier());
    gate1.put("floors", content.floors());
    gate1.put("findings", List.of());
    gate1.put("envelope", sign(Statement.TEST_RESULT, judged));
    append("gate-1-passed", "sallyport", gate1);
    gate2();
  }

  private void gate2() {
    String scan = document("{\"members\":[]}");
    String security = document(content.security());
    append(
        "security-checked",
        "sallyport",
        Map.of(
            "modelDigest", modelDigest,
            "scanSha256", scan,
            "factsSha256", security,
            "findings", List.of()));
    Map<String, Object> judged =
        configuration(
            resource("artifact-scan.json", scan), resource("security-facts.json", security));
    append(
        "gate-2-passed",
        "sallyport",
        Map.of(
            "modelDigest", modelDigest,
            "verdict", content.gates().verdict(),
            "envelope", sign(Statement.TEST_RESULT, judged)));
    List<Map<String, Object>> authorities = List.of(Map.of("subject", AUTHORITY, "name", "Ada"));
    append(
        "authorities-named",
        "sallyport",
        Map.of(
            "tier", content.gates().countedTier(),
            "approvalsNeeded", content.gates().approvalsNeeded(),
            "authorities", authorities));
  }

  void decision(Decided decided) {
    String packet = document("{\"modelVersion\":\"" + SUBJECT + "\"}");
    Map<String, Object> predicate = new TreeMap<>();
    predicate.put("decision", "authorize");
    predicate.put("approver", Map.of("issuer", ISSUER, "subject", AUTHORITY, "name", "Ada"));
    predicate.put("grounds", "It is proven.");
    predicate.put("limits", Map.of());
    predicate.put("requiredAcr", level);
    predicate.put("decidedAt", now().toString());
    predicate.put("task", "decide-on-promotion");
    predicate.put("modelVersion", SUBJECT);
    predicate.put("evidence", List.of(Map.of("name", "decision packet", "sha256", packet)));
    Bytes statement = Bytes.of(statement(Statement.APPROVAL, predicate).toBytes());
    predicate.put("signedStatement", statement.toBase64());
    predicate.put("authentication", authentication(statement, decided));
    String envelope = sign(Statement.APPROVAL, decided.outer().apply(predicate));
    Map<String, Object> payload = new TreeMap<>();
    payload.put("task", "decide-on-promotion");
    payload.put("outcome", "authorize");
    payload.put("grounds", "It is proven.");
    payload.put("limits", Map.of());
    payload.put("modelDigest", modelDigest);
    payload.put("packetSha256", packet);
    payload.put("statementSha256", statement.digest().hex());
    payload.put("envelope", envelope);
    append("decision-signed", decided.actor(), payload);
    append(
        "gate-3-passed",
        "sallyport",
        Map.of("modelDigest", modelDigest, "envelopes", List.of(envelope)));
  }

  void deployed() {
    append(
        "deployment-checked",
        "sallyport",
        Map.of(
            "modelDigest",
            modelDigest,
            "envelope",
            sign(Statement.VERIFICATION_SUMMARY, Map.of("verificationResult", "PASSED"))));
  }

  private Map<String, Object> authentication(Bytes statement, Decided decided) {
    String challenge = "c2FsbHlwb3J0LWNoYWxsZW5nZQ";
    byte[] bound = (challenge + "." + statement.digest().hex()).getBytes(UTF_8);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience("sallyport-signature")
            .claim("azp", "sallyport-signature")
            .subject(AUTHORITY)
            .claim("acr", level)
            .claim("auth_time", now().getEpochSecond())
            .claim("nonce", ExampleKeys.base64(Digest.of(bound).bytes()));
    return Map.of(
        "challenge", challenge,
        "idToken", ExampleKeys.token(decided.claims().apply(claims).build(), decided.signer()),
        "realmKey", CanonicalJson.read(realm.toPublicJWK().toJSONString().getBytes(UTF_8)));
  }

  String sign(String predicateType, Map<String, Object> predicate) {
    Bytes payload = Bytes.of(statement(predicateType, predicate).toBytes());
    Envelope envelope = ExampleKeys.envelope(evidence.get(evidence.size() - 1), payload);
    envelopes.add(Bytes.of(envelope.toBytes()));
    return envelope.digest().hex();
  }

  private Statement statement(String predicateType, Map<String, Object> predicate) {
    return new Statement(
        List.of(new Statement.Subject("model.tar.gz", new Digest(modelDigest))),
        predicateType,
        predicate);
  }

  void append(String kind, String actor, Map<String, Object> payload) {
    ExampleFacts.append(facts, new ExampleFacts.Said(SUBJECT, kind, actor, now(), payload));
  }

  String document(String json) {
    documents.add(Bytes.utf8(json));
    return Bytes.utf8(json).digest().hex();
  }

  private Instant now() {
    return START.plus(Duration.ofMinutes(facts.size()));
  }

  private static Map<String, Object> configuration(Object... resources) {
    return Map.of("result", "PASSED", "configuration", List.of(resources));
  }

  private static Map<String, Object> resource(String name, String sha256) {
    return Map.of("name", name, "digest", Map.of("sha256", sha256));
  }

  static String digest(String text) {
    return Digest.of(text.getBytes(UTF_8)).hex();
  }
}
