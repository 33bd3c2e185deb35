package io.sallyport.aws.objects;

/**
 * What KMS says of a key (S02): facts to be judged by rules, nothing judged yet.
 *
 * @param account the twelve digits of the account that owns it
 * @param spec {@code SYMMETRIC_DEFAULT}, {@code ECC_NIST_P384} …
 * @param usage {@code ENCRYPT_DECRYPT} or {@code SIGN_VERIFY}
 * @param state {@code Enabled} or why it cannot be used
 * @param manager {@code CUSTOMER}, or {@code AWS} for a key that nobody here controls
 * @param origin where its material comes from: {@code AWS_KMS}, {@code AWS_CLOUDHSM} …
 * @param rotating whether its material is replaced every year; never for keys that sign
 * @param policy the key policy as JSON
 */
public record KeyFacts(
    String arn,
    String account,
    String spec,
    String usage,
    String state,
    String manager,
    String origin,
    boolean multiRegion,
    boolean rotating,
    String policy) {}
