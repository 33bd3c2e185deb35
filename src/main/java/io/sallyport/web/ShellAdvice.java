package io.sallyport.web;

import io.sallyport.authority.Asked;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the shell around every page; the API has none. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {

  private final Asked asked;

  ShellAdvice(Asked asked) {
    this.asked = asked;
  }

  @ModelAttribute("shell")
  Shell shell(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (path.startsWith("/api/")) return Shell.NOBODY;
    return People.of(request)
        .map(person -> Shell.of(person, asked.of(person).size(), path))
        .orElse(Shell.NOBODY);
  }
}
