package io.sallyport.aws.objects;

/**
 * What KMS answered: the key that signed, by ARN, the JDK's name of the algorithm, and the bytes
 * (DER for ECDSA).
 */
@SuppressWarnings("ArrayRecordComponent") // a value on its way into an envelope, never compared
public record Signature(String keyArn, String algorithm, byte[] bytes) {}
