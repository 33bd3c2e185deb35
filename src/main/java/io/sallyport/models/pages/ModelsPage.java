package io.sallyport.models.pages;

import java.util.List;

/** The models of the person's programs, or the versions of one model. */
record ModelsPage(String title, String lead, String model, List<Group> groups) {

  /** The versions of a program, or of a model. */
  record Group(String heading, List<Row> rows) {}

  /**
   * A version.
   *
   * @param waits for whom by name; empty: for nobody
   */
  record Row(
      String model,
      int number,
      StateWords tag,
      String waits,
      String submitter,
      String day,
      String iso,
      String reason) {}
}
