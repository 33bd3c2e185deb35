package io.sallyport.web;

import io.sallyport.authority.Forbidden;
import io.sallyport.authority.realm.Unreachable;
import io.sallyport.aws.Outage;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Why a request got no answer of its own, for people and for programs alike.
 *
 * @param title the kind, in a few words
 * @param detail what happened and what one can do
 * @param findings rule, value and limit of each reason
 */
record Problem(int status, String title, String detail, List<Finding> findings) {

  static Problem of(Throwable cause) {
    if (cause instanceof Forbidden forbidden) return refused(403, forbidden.findings());
    if (cause instanceof Refused refused) return refused(statusOf(refused), refused.findings());
    if (cause instanceof NoResourceFoundException) return of(404, "");
    if (cause instanceof ErrorResponse answer) {
      String detail = answer.getBody().getDetail();
      return of(answer.getStatusCode().value(), detail == null ? "" : detail);
    }
    if (cause instanceof TypeMismatchException) return of(400, "");
    if (Outage.isBehind(cause)) return of(503, "It is AWS; wait a minute or two first.");
    return isOutage(cause) ? of(503, "") : of(500, "");
  }

  /** In our own words, with what the cause adds to them. */
  static Problem of(int status, String added) {
    String detail =
        switch (status) {
          case 400 -> "The request cannot be read. ";
          case 403 -> "You may not do this. ";
          case 404 -> "Nothing is at this address, or it is not yours to see. ";
          case 405 -> "This address takes another method. ";
          case 409 -> "Somebody else was faster. Load the page again to see what is so now. ";
          case 413 -> "The request is too large. ";
          case 415 -> "This kind of content is not taken here. ";
          case 503 -> "A part that is needed does not answer. Nothing was recorded. Try again. ";
          default -> status < 500 ? "" : "This is our mistake. Nothing was recorded. ";
        };
    return new Problem(status, title(status), (detail + added).strip(), List.of());
  }

  ProblemDetail toDetail() {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), detail);
    problem.setTitle(title);
    if (!findings.isEmpty()) problem.setProperty("findings", findings);
    return problem;
  }

  private static Problem refused(int status, List<Finding> findings) {
    String detail = findings.stream().map(Finding::toString).collect(Collectors.joining("; "));
    return new Problem(status, "Refused", detail, findings);
  }

  /** A rule about who says 403, one about a race 409, any other 422. */
  private static int statusOf(Refused refused) {
    String rule = refused.findings().isEmpty() ? "" : refused.findings().get(0).rule();
    if (rule.startsWith("signature/") || rule.startsWith("authority/")) return 403;
    return rule.startsWith("conflict/") ? 409 : 422;
  }

  /** Something that is needed does not answer; trying again later helps. */
  static boolean isOutage(Throwable cause) {
    return cause instanceof Unreachable
        || cause instanceof CannotGetJdbcConnectionException
        || cause instanceof CannotCreateTransactionException
        || cause instanceof PessimisticLockingFailureException
        || cause instanceof TransientDataAccessException;
  }

  private static String title(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    return known == null ? "Refused" : known.getReasonPhrase();
  }
}
