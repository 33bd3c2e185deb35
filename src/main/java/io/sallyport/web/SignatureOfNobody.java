package io.sallyport.web;

import io.sallyport.authority.signing.StepUp;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A signature's call-back that finds nobody logged in is told what happened. The banner would lead
 * through a login back to an answer that is used up (F04).
 */
class SignatureOfNobody extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean nobody = request.getAttribute(SessionFilter.PERSON) == null;
    if (nobody && request.getServletPath().equals(StepUp.CALL_BACK)) {
      request.getRequestDispatcher(StepUp.CALL_BACK_OF_NOBODY).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
