package io.sallyport.authority.inbox;

import java.util.List;

/**
 * All that the inbox shows.
 *
 * @param title the answer: how many tasks need you
 * @param view {@code mine}, {@code waiting} or {@code done}
 * @param query what was searched for; empty: nothing
 * @param groups the person's tasks, overdue first
 * @param empty what is true when nothing is listed
 * @param coming what comes to the person when nothing is listed, a line a role
 * @param roles what the person may decide, a line a role
 */
record InboxPage(
    String title,
    String view,
    String query,
    List<View> views,
    List<Group> groups,
    List<Waiting> waiting,
    List<Done> done,
    String empty,
    List<Coming> coming,
    List<String> roles) {

  record View(String view, String label, int count, String current) {}

  /** Tasks under one heading. */
  record Group(String heading, boolean overdue, List<Row> rows) {}

  /**
   * A task.
   *
   * @param state {@code stop} when overdue, {@code watch} when due within two days
   */
  record Row(
      String id,
      String question,
      String why,
      String about,
      String state,
      String due,
      String dueDay,
      String dueIso,
      String searched) {}

  record Waiting(
      String id,
      String question,
      String about,
      String names,
      String since,
      String due,
      String page) {}

  record Done(String id, String what, String outcome, String day, String iso, String page) {}
}
