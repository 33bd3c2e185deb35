package io.sallyport.web;

import io.sallyport.rules.Finding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * All that an error page shows.
 *
 * @param wayOut what the person can do now
 * @param technical for whoever looks into the log
 */
record ErrorPage(
    String title, String detail, List<Finding> findings, String wayOut, String technical) {

  static ErrorPage of(Problem problem, Instant now) {
    String detail = problem.findings().isEmpty() ? problem.detail() : "Nothing has been changed.";
    return new ErrorPage(
        title(problem.status()),
        detail,
        problem.findings(),
        wayOut(problem.status()),
        problem.status() + " " + problem.title() + ", " + now.truncatedTo(ChronoUnit.SECONDS));
  }

  private static String title(int status) {
    return switch (status) {
      case 403 -> "You may not do this";
      case 404 -> "There is nothing here";
      case 409 -> "Somebody else was faster";
      case 422 -> "Refused: a rule says no";
      case 503 -> "Not available at the moment";
      default -> status < 500 ? "This request cannot be answered" : "Something broke on our side";
    };
  }

  private static String wayOut(int status) {
    return switch (status) {
      case 403 -> "The limit names who may. Your inbox shows what you may decide.";
      case 404 -> "Look for it from your inbox or among the models.";
      case 409 -> "Go back and load the page again: it shows what is so now.";
      case 422 -> "Go back, change what the rule names, and try again.";
      case 503 -> "Try again in a minute. If it stays, tell an operator the time below.";
      default -> "Go back to your inbox. If it happens again, tell an operator the time below.";
    };
  }
}
