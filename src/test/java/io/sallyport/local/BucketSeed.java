package io.sallyport.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * The buckets (design, trust 2 and 9): what lies under a digest is written by the product alone and
 * once; runs are written by the roles that run; evidence is written once, locked, by the product.
 */
final class BucketSeed {

  /** A part of an upload creates no object yet; what creates one must say that there is none. */
  private static final String NOT_CONDITIONAL =
      "{\"Null\":{\"s3:if-none-match\":\"true\"},\"Bool\":{\"s3:ObjectCreationOperation\":\"true\"}}";

  private static final String NOT_LOCKED =
      "{\"StringNotEquals\":{\"s3:object-lock-mode\":\"COMPLIANCE\"}}";

  private final S3Client s3;
  private final Map<String, String> keys;

  private BucketSeed(S3Client s3, Map<String, String> keys) {
    this.s3 = s3;
    this.keys = keys;
  }

  static void plant(S3Client s3, Map<String, String> keys) {
    BucketSeed seed = new BucketSeed(s3, keys);
    seed.bucket(Account.ARTIFACTS, Account.DATA_KEY, false);
    seed.bucket(Account.EVIDENCE, Account.DATA_KEY, true);
    Account.PROGRAMS.forEach(program -> seed.bucket(program + "-data", program + "-data", false));
    s3.putBucketPolicy(put -> put.bucket(Account.ARTIFACTS).policy(ofArtifacts()));
    s3.putBucketPolicy(put -> put.bucket(Account.EVIDENCE).policy(ofEvidence()));
  }

  private void bucket(String name, String key, boolean locked) {
    if (s3.listBuckets().buckets().stream().anyMatch(bucket -> bucket.name().equals(name))) {
      return;
    }
    s3.createBucket(create -> create.bucket(name).objectLockEnabledForBucket(locked));
    s3.putBucketVersioning(
        put ->
            put.bucket(name)
                .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    s3.putBucketEncryption(
        put ->
            put.bucket(name)
                .serverSideEncryptionConfiguration(
                    e ->
                        e.rules(
                            rule ->
                                rule.applyServerSideEncryptionByDefault(
                                    by ->
                                        by.sseAlgorithm(ServerSideEncryption.AWS_KMS)
                                            .kmsMasterKeyID(keys.get(key))))));
  }

  private static String ofArtifacts() {
    String underDigests = Account.bucket(Account.ARTIFACTS) + "/programs/*/sha256/*";
    String everything = Account.bucket(Account.ARTIFACTS) + "/*";
    List<String> product = List.of(Account.application());
    return Policy.of(
        List.of(
            Policy.denyEverybody("s3:PutObject", underDigests, Policy.isNot(product)),
            Policy.denyEverybody("s3:PutObject", underDigests, NOT_CONDITIONAL),
            Policy.denyEverybody("s3:PutObject", everything, Policy.isNot(writers()))));
  }

  private static String ofEvidence() {
    String everything = Account.bucket(Account.EVIDENCE) + "/*";
    String others = Policy.isNot(List.of(Account.application()));
    return Policy.of(
        List.of(
            Policy.denyEverybody("s3:PutObject", everything, others),
            Policy.denyEverybody("s3:GetObject", everything, others),
            Policy.denyEverybody("s3:GetObjectVersion", everything, others),
            Policy.denyEverybody("s3:PutObject", everything, NOT_CONDITIONAL),
            Policy.denyEverybody("s3:PutObject", everything, NOT_LOCKED)));
  }

  /** The product, and the roles under which jobs and endpoints write. */
  private static List<String> writers() {
    List<String> writers = new ArrayList<>();
    writers.add(Account.application());
    writers.add(Account.role("sallyport-jobs"));
    for (String program : Account.PROGRAMS) {
      writers.add(Account.role(program + "-training"));
      writers.add(Account.role(program + "-serving"));
    }
    return writers;
  }
}
