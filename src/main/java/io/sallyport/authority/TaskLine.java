package io.sallyport.authority;

/**
 * What the inbox says about a task, beside the question.
 *
 * @param why in the words of whoever asked
 * @param about where it comes from: gate, program, requester
 * @param digest of the artifact, so that it can be searched for; may be empty
 */
public record TaskLine(String why, String about, String digest) {}
