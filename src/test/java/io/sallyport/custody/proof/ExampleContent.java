package io.sallyport.custody.proof;

import java.util.Map;

/** What the books judge: documents as JSON, and payloads that go with them. */
public record ExampleContent(
    Map<String, Object> submission,
    String evaluation,
    String security,
    Map<String, Object> floors,
    Gates gates) {

  /**
   * What the facts say of the gates, true or not.
   *
   * @param tier of the submission
   * @param countedTier by which Gate 3 looked up its quorum
   * @param verdict of the table of Gate 2
   */
  public record Gates(String tier, String countedTier, int approvalsNeeded, String verdict) {

    /** As it is for a version of tier routine that nobody had to look at. */
    public static final Gates ROUTINE = new Gates("routine", "routine", 1, "pass");
  }

  static ExampleContent plain() {
    return new ExampleContent(
        Map.of("model", "land-cover"), "{\"rows\":1}", "{\"images\":[]}", Map.of(), Gates.ROUTINE);
  }
}
