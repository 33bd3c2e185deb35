package io.sallyport.authority.inbox;

import java.util.List;

/**
 * All that the sign page shows: the record, word for word, before it is signed.
 *
 * @param meaning what the person states by signing
 * @param modelSha256 in groups of eight, to be compared by eye
 * @param actingAs roles in the program
 * @param limits conditions, a line each; empty: none
 * @param statement the exact bytes that are signed, as text
 * @param statementSha256 what the step-up is bound to
 */
record SignPage(
    String title,
    String taskId,
    String crumb,
    String person,
    String meaning,
    String modelSha256,
    String actingAs,
    String grounds,
    List<Limit> limits,
    int evidence,
    String packetSha256,
    String follows,
    String statement,
    String statementSha256,
    String versionPage) {

  /** A condition, and the lines of its value. */
  record Limit(String name, List<String> lines) {}
}
