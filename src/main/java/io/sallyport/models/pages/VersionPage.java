package io.sallyport.models.pages;

import java.util.List;

/**
 * All that the page of a model version shows.
 *
 * @param live whether the page refreshes itself; {@code stopped} says that its time is over
 * @param main panels of the stages in the main column, {@code beside} those beside it
 * @param rejected why the data or the boundary was refused; empty: it was not
 */
record VersionPage(
    String title,
    String model,
    int number,
    StateWords tag,
    String lead,
    String digest,
    StateSentence sentence,
    Live live,
    List<JobReport> jobs,
    List<WhereItIs> diagrams,
    List<Panel> main,
    List<Panel> beside,
    List<Reason> rejected,
    List<ChainLink> chain,
    List<HistoryLine> history,
    boolean mayWithdraw) {

  /** A panel of a stage. */
  record Panel(String template, Object content) {}

  /** A finding that everybody of the program may read. */
  record Reason(String subject, String value, String limit) {}

  /** {@code on}, {@code off}, {@code over} (15 minutes passed) or {@code none}. */
  record Live(String state, String refresh) {

    boolean isOn() {
      return state.equals("on");
    }
  }
}
