package io.sallyport.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter (R24): when the database does not answer, the request gets its 503 here, in
 * front of the session, which would only wait for the database once more.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class OutageFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException cause) {
      if (!Problem.isOutage(cause) || response.isCommitted()) throw cause;
      response.reset();
      request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, cause);
      request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
      request.getRequestDispatcher("/error").forward(request, response);
    }
  }
}
