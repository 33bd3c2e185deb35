package io.sallyport.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the login behind the session before anything else does. A session whose login has ended
 * is thrown away, and the request goes on as nobody's.
 */
class SessionFilter extends OncePerRequestFilter {

  /** Session attribute: the id of the login. */
  static final String LOGIN = "sallyport.login";

  /** Request attribute: who asks. */
  static final String PERSON = "sallyport.person";

  /** A page that refreshes itself asks with this parameter: it keeps no session alive (W1). */
  static final String WATCH = "watch";

  private final Sessions sessions;

  SessionFilter(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    @Nullable Object id = session == null ? null : session.getAttribute(LOGIN);
    Optional<Login> login =
        id instanceof UUID known ? sessions.current(known, isWatching(request)) : Optional.empty();
    if (login.isPresent()) {
      request.setAttribute(PERSON, login.get().person());
    } else {
      SecurityContextHolder.clearContext();
      if (session != null && id != null) session.invalidate();
    }
    chain.doFilter(request, response);
  }

  private static boolean isWatching(HttpServletRequest request) {
    return request.getMethod().equals("GET") && request.getParameter(WATCH) != null;
  }
}
