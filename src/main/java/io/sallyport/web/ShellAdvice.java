package io.sallyport.web;

import io.sallyport.authority.Inbox;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the shell around every page; the API has none. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {

  private final Inbox inbox;

  ShellAdvice(Inbox inbox) {
    this.inbox = inbox;
  }

  @ModelAttribute("shell")
  Shell shell(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (path.startsWith("/api/")) return Shell.NOBODY;
    return People.of(request)
        .map(person -> Shell.of(person, inbox.of(person).size(), path))
        .orElse(Shell.NOBODY);
  }
}
