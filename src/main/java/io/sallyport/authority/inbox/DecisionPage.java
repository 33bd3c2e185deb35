package io.sallyport.authority.inbox;

import io.sallyport.authority.TaskView;
import io.sallyport.rules.Finding;
import java.util.List;

/**
 * All that the decision page shows, decided before the template runs.
 *
 * @param question the heading
 * @param crumb task and version, for the path at the top
 * @param due {@code due in 26 h}
 * @param jump the reminder at the foot of a small screen
 * @param bars why this person may not decide; empty: may decide
 * @param changes what changed since the person saw the packet
 * @param packetSha256 what the signature will cover
 */
record DecisionPage(
    String question,
    String taskId,
    String crumb,
    String versionPage,
    TaskView view,
    String due,
    String jump,
    List<Signer> signers,
    List<String> bars,
    FormPage form,
    List<Finding> changes,
    String packetSha256,
    String modelSha256,
    List<Evidence> evidence) {

  /**
   * Somebody who is asked.
   *
   * @param signed whether the person has signed
   */
  record Signer(String name, String did, String detail, boolean signed) {}

  /** A recorded fact that the decision rests on. */
  record Evidence(String ordinal, String words, String sha256) {}

  public boolean mayDecide() {
    return bars.isEmpty();
  }

  /** {@code 4b1e90…f217c9}. */
  public String shortModelSha256() {
    return modelSha256.substring(0, 6) + "…" + modelSha256.substring(modelSha256.length() - 6);
  }
}
