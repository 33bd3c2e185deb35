package io.sallyport.aws.objects;

/**
 * What KMS says of a key (S02): facts to be judged by rules, nothing judged yet.
 *
 * @param account the twelve digits of the account that owns it
 * @param spec {@code SYMMETRIC_DEFAULT}, {@code ECC_NIST_P384} …
 * @param state {@code Enabled} or why it cannot be used
 * @param manager {@code CUSTOMER}, or {@code AWS} for a key that nobody here controls
 * @param rotating whether its material is replaced every year; never for keys that sign
 * @param policy the key policy as JSON
 */
public record KeyFacts(
    String account, String spec, String state, String manager, boolean rotating, String policy) {}
