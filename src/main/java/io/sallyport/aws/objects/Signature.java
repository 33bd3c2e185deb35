package io.sallyport.aws.objects;

import java.security.PublicKey;

/**
 * What KMS answered: the key that signed, by ARN and its public half, the JDK's name of the
 * algorithm, and the bytes (DER for ECDSA).
 */
@SuppressWarnings("ArrayRecordComponent") // a value on its way into an envelope, never compared
public record Signature(String keyArn, PublicKey key, String algorithm, byte[] bytes) {}
