package io.sallyport.authority;

import io.sallyport.custody.proof.Bytes;
import java.time.Instant;

/**
 * A decision on its way to the signature.
 *
 * @param statement the exact bytes that the person is asked to sign: an in-toto statement
 * @param statementSha256 what the step-up's nonce is bound to
 * @param packetSha256 what the person saw
 */
public record PendingDecision(
    String taskId,
    String person,
    Bytes statement,
    String statementSha256,
    String packetSha256,
    Decision decision,
    Instant statedAt) {}
