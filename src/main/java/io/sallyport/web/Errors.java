package io.sallyport.web;

import io.sallyport.authority.Permitted;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Every refusal and failure as a page or, under {@code /api}, as RFC 9457: rule, value, limit, way
 * out. A refusal is an answer and leaves no stack trace in the log.
 */
@Controller
@ControllerAdvice
class Errors implements ErrorController {

  private static final Logger log = LoggerFactory.getLogger(Errors.class);

  private final ShellAdvice shells;
  private final Clock clock;

  Errors(ShellAdvice shells, Clock clock) {
    this.shells = shells;
    this.clock = clock;
  }

  /** What a handler threw. */
  @ExceptionHandler(Exception.class)
  Object thrown(HttpServletRequest request, Exception cause) throws Exception {
    if (cause instanceof AccessDeniedException || cause instanceof AuthenticationException) {
      throw cause; // Spring Security answers
    }
    return answer(request, request.getRequestURI(), cause);
  }

  /** What a filter threw, or the container says. */
  @Permitted(everyone = true)
  @RequestMapping("/error")
  Object dispatched(HttpServletRequest request) {
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
      return answer(request, path, cause);
    }
    boolean told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
    int status = told ? (int) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : 404;
    return answer(request, path, Problem.of(status, ""));
  }

  private Object answer(HttpServletRequest request, String path, Throwable cause) {
    Problem problem = Problem.of(cause);
    if (problem.status() == 500) {
      log.error("{} failed", path, cause);
    } else if (problem.status() == 503) {
      log.warn("{} is answered 503: {}", path, cause.toString());
    } else {
      log.info("{} is answered {}: {}", path, problem.status(), problem.detail());
    }
    return answer(request, path, problem);
  }

  private Object answer(HttpServletRequest request, String path, Problem problem) {
    HttpStatus status = HttpStatus.valueOf(problem.status());
    if (path.startsWith("/api/")) {
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem.toDetail());
    }
    ModelAndView page = new ModelAndView("web/error", status);
    page.addObject("page", ErrorPage.of(problem, clock.instant()));
    page.addObject("shell", shell(request, problem));
    return page;
  }

  /** Where the person may go; when something broke, nothing more is asked of the database. */
  private Shell shell(HttpServletRequest request, Problem problem) {
    return problem.status() < 500 ? shells.shell(request) : Shell.NOBODY;
  }
}
