package io.sallyport.authority.signing;

import java.time.Instant;

/**
 * A challenge that the person signed: verified completely, and evidence by itself (trust 5).
 *
 * @param taskId the human task that it was made for
 * @param statementSha256 the statement that it was made for
 * @param challenge the random part of the nonce: with it anyone can compute the nonce again
 * @param idToken the ID token as the realm signed it
 * @param jwkJson the realm's key that verifies it
 * @param authTime when the person gave the factor
 */
public record SignedChallenge(
    String taskId,
    String statementSha256,
    String challenge,
    String idToken,
    String jwkJson,
    Instant authTime) {}
