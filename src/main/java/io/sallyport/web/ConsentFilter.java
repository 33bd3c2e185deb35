package io.sallyport.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nobody starts a login without having agreed to the banner first (AC-8). */
class ConsentFilter extends OncePerRequestFilter {

  /** Session attribute: the person agreed. */
  static final String AGREED = "sallyport.agreed";

  static final String START_OF_LOGIN = "/oauth2/authorization/keycloak";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    boolean agreed = session != null && session.getAttribute(AGREED) != null;
    if (request.getServletPath().startsWith("/oauth2/") && !agreed) {
      response.sendRedirect("/consent");
    } else {
      chain.doFilter(request, response);
    }
  }
}
