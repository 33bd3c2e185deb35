package io.sallyport.authority.signing;

/**
 * What a person is about to sign.
 *
 * @param sessionId the HTTP session in which the signature is asked for
 * @param subject who signs
 * @param taskId the human task that the decision completes
 * @param statementSha256 SHA-256 of the statement, in hex
 */
public record StepUpRequest(
    String sessionId, String subject, String taskId, String statementSha256) {}
