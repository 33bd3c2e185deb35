package io.sallyport.authority;

import java.util.List;

/**
 * What one person may see of a task's packet. The stage that owns the task makes the values and the
 * template; the decision page places them.
 *
 * @param lead the sentence under the question
 * @param why why it is asked, in the requester's words
 * @param whoAsks the person who wrote it, and when
 * @param strip the few facts to see first
 * @param template of the stage; its fragment {@code packet(content)} places {@code content}
 */
public record TaskView(
    String lead, String why, String whoAsks, List<Fact> strip, String template, Object content) {

  /**
   * A fact of the strip.
   *
   * @param state {@code ok}, {@code watch}, {@code stop}, {@code you} or empty
   */
  public record Fact(String state, String label, String value, String note) {}
}
